"""Every detector, in the order of the criteria: the list that the engine runs. A test keeps list and folders equal."""

from tinjau.observe.engine.detector import Detector
from tinjau.observe.page.form_labels import FormLabels
from tinjau.observe.page.image_alternatives import ImageAlternatives
from tinjau.observe.page.mobile_viewport import MobileViewport
from tinjau.observe.page.page_language import PageLanguage
from tinjau.observe.page.page_titles import PageTitles
from tinjau.observe.site.appointment import Appointment
from tinjau.observe.site.budget_document import BudgetDocument
from tinjau.observe.site.business_licensing import BusinessLicensing
from tinjau.observe.site.citizen_login import CitizenLogin
from tinjau.observe.site.complaint_channel import ComplaintChannel
from tinjau.observe.site.complaint_response_time import ComplaintResponseTime
from tinjau.observe.site.complaint_statistics import ComplaintStatistics
from tinjau.observe.site.contact_details import ContactDetails
from tinjau.observe.site.dead_links import DeadLinks
from tinjau.observe.site.document_years import DocumentYears
from tinjau.observe.site.downloadable_form import DownloadableForm
from tinjau.observe.site.faq import Faq
from tinjau.observe.site.fees_published import FeesPublished
from tinjau.observe.site.financial_report import FinancialReport
from tinjau.observe.site.information_request import InformationRequest
from tinjau.observe.site.institution_profile import InstitutionProfile
from tinjau.observe.site.investment_information import InvestmentInformation
from tinjau.observe.site.legal_documents import LegalDocuments
from tinjau.observe.site.local_economy import LocalEconomy
from tinjau.observe.site.navigation_aids import NavigationAids
from tinjau.observe.site.newest_item import NewestItem
from tinjau.observe.site.officials import Officials
from tinjau.observe.site.online_form import OnlineForm
from tinjau.observe.site.online_payment import OnlinePayment
from tinjau.observe.site.online_submission import OnlineSubmission
from tinjau.observe.site.open_data import OpenData
from tinjau.observe.site.organisation_chart import OrganisationChart
from tinjau.observe.site.performance_report import PerformanceReport
from tinjau.observe.site.planning_document import PlanningDocument
from tinjau.observe.site.privacy_notice import PrivacyNotice
from tinjau.observe.site.procurement import Procurement
from tinjau.observe.site.public_consultation import PublicConsultation
from tinjau.observe.site.public_information_list import PublicInformationList
from tinjau.observe.site.satisfaction_survey import SatisfactionSurvey
from tinjau.observe.site.search_form import SearchForm
from tinjau.observe.site.service_cards import ServiceCards
from tinjau.observe.site.service_catalogue import ServiceCatalogue
from tinjau.observe.site.service_stage import ServiceStage
from tinjau.observe.site.single_portal import SinglePortal
from tinjau.observe.site.social_accounts import SocialAccounts
from tinjau.observe.site.staff_login import StaffLogin
from tinjau.observe.site.stale_content import StaleContent
from tinjau.observe.site.stated_service_time import StatedServiceTime
from tinjau.observe.site.status_tracking import StatusTracking
from tinjau.observe.site.tax_information import TaxInformation
from tinjau.observe.site.user_guide import UserGuide

DETECTORS: tuple[type[Detector], ...] = (
    InstitutionProfile, OrganisationChart, Officials, BudgetDocument, FinancialReport, PlanningDocument,
    PerformanceReport, Procurement, LegalDocuments, PublicInformationList, InformationRequest, OpenData, PrivacyNotice,
    ServiceCatalogue, ServiceCards, ServiceStage, UserGuide, OnlineForm, DownloadableForm, Faq, Appointment,
    CitizenLogin, StaffLogin, OnlinePayment, OnlineSubmission,
    StatusTracking, StatedServiceTime, SinglePortal,
    InvestmentInformation, LocalEconomy, BusinessLicensing, FeesPublished, TaxInformation,
    ComplaintChannel, ContactDetails, SocialAccounts, PublicConsultation, SatisfactionSurvey, ComplaintResponseTime,
    ComplaintStatistics,
    SearchForm, NavigationAids, MobileViewport, ImageAlternatives, FormLabels, PageLanguage, PageTitles,
    NewestItem, StaleContent, DocumentYears, DeadLinks,
)  # fmt: skip
