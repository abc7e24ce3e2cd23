namespace NewsAlerts.Tests.Configuration;

public class SyntaxTests
{
    [Theory]
    [InlineData("feeds:\n\t- url: https://example.org", "2:1: a tab cannot indent YAML: use spaces")]
    [InlineData("rules:\n  - name: a\n    when: \"Hong Kong\" AND Taiwan\n    notify: [b]", "3:11: text follows a quoted beginning: quote the whole value (did you mean '\"Hong Kong\" AND Taiwan'?)")]
    [InlineData("rules:\n  - when: title: Lavrov", "2:16: this is not YAML: a value with ': ' in it must be quoted")]
    [InlineData("rules:\n  - name: a\n\t  when: b", "3:1: a tab cannot indent YAML: use spaces")]
    [InlineData("rules:\n  - when: 'it's'\n    name: b", "2:11: text follows a quoted beginning: quote the whole value (did you mean 'it''s'?)")]
    [InlineData("feeds: [a, b", "1:13: this is not YAML: a comma or the closing bracket is missing")]
    [InlineData("rules:\n  - name: a\n   when: b", "3:4: this is not YAML: the indentation does not fit the lines above")]
    [InlineData("rules:\n  - name: 'a\n    when: b\n", "2:11: this is not YAML: the quotation mark is never closed")]
    [InlineData("rules:\n  - name: @b", "2:11: this is not YAML: a value cannot start with this character unless it is quoted")]
    [InlineData("rules:\n  - name: \"a\\q\"", "2:11: this is not YAML: a backslash needs single quotes around the value")]
    [InlineData("feeds: &a []\nrules: []", "1:8: an anchor (&) cannot be used: quote it to mean text")]
    [InlineData("feeds: *a", "1:8: an alias (*) cannot be used: write the value itself, or quote it to mean text")]
    [InlineData("feeds: !!seq []", "1:8: a tag (!) cannot be used: quote it to mean text")]
    [InlineData("settings: { <<: [] }", "1:13: keys cannot be merged with '<<': write them out")]
    [InlineData("feeds: []\n---\nfeeds: []", "2:1: a second document starts here: everything belongs into one")]
    [InlineData("? [a]\n: b", "1:3: a key is expected here, not a list")]
    [InlineData("feeds: [a? b]", "1:9: a feed must be keys and values, not a text")]
    [InlineData("rulez: []", "1:1: alerts.yaml has no 'rulez' (did you mean rules?)")]
    public void Read_WrongYaml_IsAMistakeWithItsPlace(string text, string mistake) =>
        Assert.Equal($"alerts.yaml:{mistake}", Reading.Read(text).Mistakes.Lines());
}
