"""The store, the ballot door, the stage and the headless day."""
