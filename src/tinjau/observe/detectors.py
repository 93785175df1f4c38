"""Every detector, in the order of the criteria: the list that the engine runs. A test keeps list and folders equal."""

from tinjau.observe.engine.detector import Detector
from tinjau.observe.page.breadcrumb import Breadcrumb
from tinjau.observe.page.button_names import ButtonNames
from tinjau.observe.page.content_without_scripts import ContentWithoutScripts
from tinjau.observe.page.document_type import DocumentType
from tinjau.observe.page.form_labels import FormLabels
from tinjau.observe.page.frame_titles import FrameTitles
from tinjau.observe.page.heading_order import HeadingOrder
from tinjau.observe.page.heading_texts import HeadingTexts
from tinjau.observe.page.image_alternatives import ImageAlternatives
from tinjau.observe.page.light_pages import LightPages
from tinjau.observe.page.link_names import LinkNames
from tinjau.observe.page.meta_refresh import MetaRefresh
from tinjau.observe.page.mobile_viewport import MobileViewport
from tinjau.observe.page.no_autoplay import NoAutoplay
from tinjau.observe.page.obsolete_elements import ObsoleteElements
from tinjau.observe.page.page_descriptions import PageDescriptions
from tinjau.observe.page.page_language import PageLanguage
from tinjau.observe.page.page_titles import PageTitles
from tinjau.observe.page.privacy_linked import PrivacyLinked
from tinjau.observe.page.skip_link import SkipLink
from tinjau.observe.page.social_previews import SocialPreviews
from tinjau.observe.page.viewport_zoom import ViewportZoom
from tinjau.observe.response.feed import Feed
from tinjau.observe.response.mixed_content import MixedContent
from tinjau.observe.response.redirects_and_compression import RedirectsAndCompression
from tinjau.observe.response.robots_file import RobotsFile
from tinjau.observe.response.security_headers import SecurityHeaders
from tinjau.observe.response.sitemap_file import SitemapFile
from tinjau.observe.site.accessibility_statement import AccessibilityStatement
from tinjau.observe.site.appointment import Appointment
from tinjau.observe.site.asset_disclosure import AssetDisclosure
from tinjau.observe.site.broken_images import BrokenImages
from tinjau.observe.site.budget_document import BudgetDocument
from tinjau.observe.site.business_licensing import BusinessLicensing
from tinjau.observe.site.changed_content import ChangedContent
from tinjau.observe.site.chat import Chat
from tinjau.observe.site.citizen_login import CitizenLogin
from tinjau.observe.site.click_depth import ClickDepth
from tinjau.observe.site.complaint_channel import ComplaintChannel
from tinjau.observe.site.complaint_response_time import ComplaintResponseTime
from tinjau.observe.site.complaint_statistics import ComplaintStatistics
from tinjau.observe.site.contact_details import ContactDetails
from tinjau.observe.site.copyright_year import CopyrightYear
from tinjau.observe.site.council_records import CouncilRecords
from tinjau.observe.site.data_once import DataOnce
from tinjau.observe.site.dead_external_links import DeadExternalLinks
from tinjau.observe.site.dead_links import DeadLinks
from tinjau.observe.site.document_years import DocumentYears
from tinjau.observe.site.downloadable_form import DownloadableForm
from tinjau.observe.site.duplicate_pages import DuplicatePages
from tinjau.observe.site.emergency_numbers import EmergencyNumbers
from tinjau.observe.site.end_of_life_software import EndOfLifeSoftware
from tinjau.observe.site.event_calendar import EventCalendar
from tinjau.observe.site.faq import Faq
from tinjau.observe.site.feedback_widget import FeedbackWidget
from tinjau.observe.site.fees_published import FeesPublished
from tinjau.observe.site.financial_report import FinancialReport
from tinjau.observe.site.foreign_hosts import ForeignHosts
from tinjau.observe.site.hidden_links import HiddenLinks
from tinjau.observe.site.information_request import InformationRequest
from tinjau.observe.site.injected_spam import InjectedSpam
from tinjau.observe.site.institution_profile import InstitutionProfile
from tinjau.observe.site.investment_information import InvestmentInformation
from tinjau.observe.site.language_mismatch import LanguageMismatch
from tinjau.observe.site.languages import Languages
from tinjau.observe.site.legal_documents import LegalDocuments
from tinjau.observe.site.legal_notice import LegalNotice
from tinjau.observe.site.local_economy import LocalEconomy
from tinjau.observe.site.navigation_aids import NavigationAids
from tinjau.observe.site.newest_item import NewestItem
from tinjau.observe.site.newsletter import Newsletter
from tinjau.observe.site.official_domain import OfficialDomain
from tinjau.observe.site.official_identity import OfficialIdentity
from tinjau.observe.site.officials import Officials
from tinjau.observe.site.online_form import OnlineForm
from tinjau.observe.site.online_payment import OnlinePayment
from tinjau.observe.site.online_share import OnlineShare
from tinjau.observe.site.online_submission import OnlineSubmission
from tinjau.observe.site.open_data import OpenData
from tinjau.observe.site.open_data_age import OpenDataAge
from tinjau.observe.site.organisation_chart import OrganisationChart
from tinjau.observe.site.page_dates import PageDates
from tinjau.observe.site.performance_report import PerformanceReport
from tinjau.observe.site.planning_document import PlanningDocument
from tinjau.observe.site.privacy_notice import PrivacyNotice
from tinjau.observe.site.proactive_service import ProactiveService
from tinjau.observe.site.problem_report import ProblemReport
from tinjau.observe.site.procurement import Procurement
from tinjau.observe.site.public_consultation import PublicConsultation
from tinjau.observe.site.public_information_list import PublicInformationList
from tinjau.observe.site.readability import Readability
from tinjau.observe.site.satisfaction_survey import SatisfactionSurvey
from tinjau.observe.site.scanned_documents import ScannedDocuments
from tinjau.observe.site.search_form import SearchForm
from tinjau.observe.site.service_cards import ServiceCards
from tinjau.observe.site.service_catalogue import ServiceCatalogue
from tinjau.observe.site.service_census import ServiceCensus
from tinjau.observe.site.service_contacts import ServiceContacts
from tinjau.observe.site.service_hosts import ServiceHosts
from tinjau.observe.site.service_metadata import ServiceMetadata
from tinjau.observe.site.service_stage import ServiceStage
from tinjau.observe.site.service_standard import ServiceStandard
from tinjau.observe.site.single_portal import SinglePortal
from tinjau.observe.site.social_accounts import SocialAccounts
from tinjau.observe.site.soft_404 import Soft404
from tinjau.observe.site.staff_login import StaffLogin
from tinjau.observe.site.stale_content import StaleContent
from tinjau.observe.site.stated_service_time import StatedServiceTime
from tinjau.observe.site.statement_age import StatementAge
from tinjau.observe.site.status_tracking import StatusTracking
from tinjau.observe.site.tax_information import TaxInformation
from tinjau.observe.site.technology import Technology
from tinjau.observe.site.user_guide import UserGuide
from tinjau.observe.site.vulnerability_contact import VulnerabilityContact

DETECTORS: tuple[type[Detector], ...] = (
    # Transparency
    InstitutionProfile, OrganisationChart, Officials, BudgetDocument, FinancialReport, PlanningDocument,
    PerformanceReport, Procurement, LegalDocuments, PublicInformationList, InformationRequest, CouncilRecords,
    AssetDisclosure, OpenData, PrivacyNotice, AccessibilityStatement, OfficialDomain, OfficialIdentity,
    VulnerabilityContact, ServiceStandard, LegalNotice,
    # Services
    ServiceCatalogue, ServiceCards, ServiceStage, UserGuide, OnlineForm, DownloadableForm, Faq, Appointment,
    CitizenLogin, StaffLogin, OnlinePayment, OnlineSubmission, ServiceMetadata, EmergencyNumbers, Chat,
    ServiceCensus, ServiceContacts, ProblemReport,
    # Efficiency
    StatusTracking, StatedServiceTime, SinglePortal, DataOnce, ProactiveService, ClickDepth,
    # Economy
    InvestmentInformation, LocalEconomy, BusinessLicensing, FeesPublished, TaxInformation, OnlineShare,
    # Aspirations
    ComplaintChannel, ContactDetails, SocialAccounts, PublicConsultation, SatisfactionSurvey, ComplaintResponseTime,
    ComplaintStatistics, FeedbackWidget, EventCalendar, Languages, Newsletter,
    # Appearance
    SearchForm, NavigationAids, Breadcrumb, SkipLink, MobileViewport, ImageAlternatives, FormLabels, PageLanguage,
    PageTitles, LinkNames, ButtonNames, FrameTitles, HeadingTexts, ViewportZoom, MetaRefresh, NoAutoplay,
    # Update
    NewestItem, StaleContent, DocumentYears, PageDates, DeadLinks, DeadExternalLinks, Feed, StatementAge,
    OpenDataAge, ChangedContent,
    # Technical quality
    Soft404, DuplicatePages, BrokenImages, RobotsFile, SitemapFile, HeadingOrder, DocumentType, ObsoleteElements,
    SocialPreviews, PageDescriptions, PrivacyLinked, LightPages, LanguageMismatch, CopyrightYear, Technology,
    ForeignHosts, SecurityHeaders, MixedContent, ScannedDocuments, ServiceHosts,
    ContentWithoutScripts, RedirectsAndCompression, Readability,
    # For the owner only
    InjectedSpam, HiddenLinks, EndOfLifeSoftware,
)  # fmt: skip
