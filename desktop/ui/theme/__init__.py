"""How the program looks: tokens, and what is built from them. No colour stands anywhere else."""
