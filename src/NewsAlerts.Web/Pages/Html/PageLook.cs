using NewsAlerts.Web.Pages.Texts;

namespace NewsAlerts.Web.Pages.Html;

/// <summary>What all pages of one answer share.</summary>
/// <param name="Texts">The language that they speak.</param>
/// <param name="Service">What the service is called: as its emails are.</param>
/// <param name="Home">The address of the first page, without a slash at its end.</param>
/// <param name="Contact">Where its operator is reached: an email or a web address; null where that is not said.</param>
internal sealed record PageLook(PageTexts Texts, string Service, string Home, string? Contact);
