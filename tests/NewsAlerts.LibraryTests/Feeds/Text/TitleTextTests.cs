using NewsAlerts.Feeds.Text;

namespace NewsAlerts.LibraryTests.Feeds.Text;

/// <summary>Titles as they are once their format's own escaping is undone.</summary>
public sealed class TitleTextTests
{
    [Theory]
    [InlineData("Why the <script> tag matters: Kubernetes")]
    [InlineData("<style> guide")]
    [InlineData("The <title> tag")]
    [InlineData("</some-title>")]
    [InlineData("<Untitled>")]
    [InlineData("Vec<u8> and Option<T> explained")]
    [InlineData("x < y > z")]
    [InlineData("A <- B")]
    [InlineData("<3 ports")]
    [InlineData("profit <5% and >3%")]
    [InlineData("Mail to Ada <ada@example.org> today")]
    [InlineData("see <https://example.org/x?a=b> for ports")]
    [InlineData("Is <!-- a comment?")]
    [InlineData("How <!-- comments --> work")]
    [InlineData("<?php echo")]
    [InlineData("What <?xml version?> means")]
    [InlineData("<!DOCTYPE html> explained")]
    [InlineData("When to use <br> and <hr>")]
    [InlineData("[<UPDATE>] ports")]
    public void ToPlain_NothingClosedAndNoReference_AsItStands(string title) => Assert.Equal(title, TitleText.ToPlain(title));

    [Theory]
    [InlineData("<b>Ports</b> say &#39;no&#39;", "Ports say 'no'")]
    [InlineData("<del>old</del> new price", "old new price")]
    [InlineData("One<br>two<br/>three", "One two three")]
    [InlineData("<p>One</p><p>Two</p>", "One Two")]
    [InlineData("Ports<script>alert(1)</script> open", "Ports open")]
    [InlineData("Ports <img src=\"https://wire.example/i.png\">open", "Ports open")]
    [InlineData("<a href='https://wire.example/'>Ports", "Ports")]
    [InlineData("<b>Bold</b><!-- more -->", "Bold")]
    [InlineData("<![CDATA[Ports]]> open", "Ports open")]
    public void ToPlain_Markup_IsGone(string title, string text) => Assert.Equal(text, TitleText.ToPlain(title));

    [Theory]
    [InlineData("How does &lt;canvas&gt; work?", "How does <canvas> work?")]
    [InlineData("Use <meter> &amp; <progress>", "Use <meter> & <progress>")]
    [InlineData("Why <b>the <script> tag</b> matters", "Why the <script> tag matters")]
    public void ToPlain_Both_WordsStay(string title, string text) => Assert.Equal(text, TitleText.ToPlain(title));

    [Theory]
    [InlineData("What the <script> tag does to ports", "What the <script> tag does to ports")]
    [InlineData("<p>Ports<p>Ships", "Ports Ships")]
    [InlineData("Ports<script>var a = 1;</script>", "Ports")]
    [InlineData("Ports &amp; ships<style>p {}", "Ports & ships")]
    [InlineData("One <b>two", "One two")]
    public void OfHtml_Teaser_IsTextWhereItOnlyNamesTags(string html, string text) => Assert.Equal(text, PlainText.OfHtml(html));
}
