"""What builds and checks the program and is not part of it; started by ``dev.py``."""
