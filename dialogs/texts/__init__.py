"""Every sentence people read, in bokmål, nynorsk and English."""
