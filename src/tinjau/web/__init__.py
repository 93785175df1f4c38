"""The web application: forms and people around the pipeline. It judges nothing.

`mapping` is the one module that knows both the database and the study folder; `running` calls the pipeline.
"""
