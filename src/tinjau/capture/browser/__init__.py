"""A browser where it decides: a sample of archived pages in Chromium, with nothing but the archive to answer it."""

from tinjau.capture.browser.looking import BrowserResult, BrowserSettings, look
from tinjau.capture.browser.sampling import SampledPage, sample_pages

__all__ = ["BrowserResult", "BrowserSettings", "SampledPage", "look", "sample_pages"]
