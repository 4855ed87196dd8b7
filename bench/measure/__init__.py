"""Measure the forum beside Redis, PostgreSQL and nginx; bench/run is the door."""
