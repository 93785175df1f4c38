"""Speed and memory of tinjau, as ratios to the least that the same work can cost."""
