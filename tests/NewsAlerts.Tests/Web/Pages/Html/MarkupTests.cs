using NewsAlerts.Web.Pages.Html;

namespace NewsAlerts.Tests.Web.Pages.Html;

public class MarkupTests
{
    [Fact]
    public void Of_Texts_AreEncodedAndMarkupIsNot()
    {
        var inner = Markup.Of($"<b>{"<i>'\""}</b>");

        Assert.Equal(
            "<p title=\"a &quot; b\"><b>&lt;i&gt;&#x27;&quot;</b>تايوان</p><b>&lt;i&gt;&#x27;&quot;</b>",
            Markup.Of($"<p title=\"{"a \" b"}\">{inner}{"تايوان"}</p>{new[] { inner, Markup.None }}{(string?)null}").ToString());
    }
}
