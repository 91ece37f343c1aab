"""What the bot knows: curated answers, helsefellesskap and municipalities."""
