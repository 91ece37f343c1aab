"""The form, one file per section: a question is added here and nowhere else."""
