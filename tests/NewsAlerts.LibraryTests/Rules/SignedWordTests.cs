using NewsAlerts.Rules;
using NewsAlerts.Rules.Explaining;

namespace NewsAlerts.LibraryTests.Rules;

/// <summary>Names that are told apart by their signs, and numbers.</summary>
public class SignedWordTests
{
    [Theory]
    [InlineData("C++", "Learn C++ today", true)]
    [InlineData("C++", "Vitamin C", false)]
    [InlineData("C++", "C# and C", false)]
    [InlineData("c++", "C++20 is out", true)]
    [InlineData("C", "C++ and C#", true)]
    [InlineData("C#", "C#, F#", true)]
    [InlineData("C#", "C++", false)]
    [InlineData("F#", "F# 10", true)]
    [InlineData("F#", "f f f", false)]
    [InlineData("C++20", "C++20", true)]
    [InlineData("C++20", "C 20", false)]
    [InlineData("C++/CLI", "C++/CLI", true)]
    [InlineData("\"C++ developer\"", "a C++ developer", true)]
    [InlineData("\"C++ developer\"", "a C developer", false)]
    [InlineData("\"C++ developer\"~3", "C++ and C# developer", true)]
    [InlineData("\"C++ developer\"~3", "C and C++/C# developer", true)]
    [InlineData("\"C++ developer\"~3", "C and C# developer", false)]
    [InlineData("=C++", "c++", false)]
    [InlineData("=C++", "C++", true)]
    [InlineData("Disney+", "on Disney+.", true)]
    [InlineData("Disney+", "Disney land", false)]
    [InlineData("a+b", "a b", true)]
    [InlineData("title:C#", "C#", true)]
    [InlineData("C# NEAR/2 job", "C# and job", true)]
    [InlineData("C# NEAR/2 job", "C and job", false)]
    [InlineData(".NET", "the .NET framework", true)]
    [InlineData(".NET", "ASP.NET Core", true)]
    [InlineData(".NET", "see example.net", false)]
    [InlineData(".net", "see example.net", true)]
    [InlineData(".NET", "net profit", false)]
    [InlineData("AT&T", "AT&T rises", true)]
    [InlineData("AT&T", "at the T", false)]
    [InlineData("#strike", "#strike in the port", true)]
    [InlineData("#strike", "strike", true)]
    [InlineData("$TSLA", "$TSLA falls", true)]
    [InlineData("@user", "user", true)]
    [InlineData("3.11", "Python 3.11 is out", true)]
    [InlineData("3.11", "3 and 11", false)]
    [InlineData("iOS 26.1", "iOS 26.1", true)]
    [InlineData("4.0.1", "version 4.0.1", true)]
    [InlineData("/Οδυσσευς/i", "ΟΔΥΣΣΕΥΣ", true)]
    [InlineData("/ΟΔΥΣΣΕΥΣ/i", "Οδυσσευς", true)]
    [InlineData("/Οδυσσευσ/i", "Οδυσσευς", true)]
    [InlineData("/[α-ς]$/i", "ΣΑΣ", true)]
    [InlineData("/^[^ς]+$/i", "ΣΑΣ", false)]
    [InlineData("/\\u03c2$/i", "Σ", true)]
    [InlineData("/Οδυσσευσ/", "Οδυσσευς", false)]
    [InlineData("5%", "up 5%", true)]
    [InlineData("5%", "5 % mehr", true)]
    [InlineData("5%", "5 percent", true)]
    [InlineData("5%", "5 Prozent", true)]
    [InlineData("5%", "5 dead", false)]
    [InlineData("2,5 %", "2,5 Prozent", true)]
    [InlineData("2,5 %", "2,5%", true)]
    [InlineData("2.5%", "2.5 dead", false)]
    [InlineData("\"2,5 % mehr\"", "2,5 % mehr", true)]
    public void Match_WordWithSigns_IsFoundAsAName(string query, string text, bool matches)
    {
        var rules = new List<int>();
        RuleMatcher.Compile([Queries.Parse(query)]).Match(new(text, null, null), rules);

        Assert.Equal(matches ? [0] : [], rules);
    }

    [Theory]
    [InlineData("C++", "the name c++")]
    [InlineData(".NET", "the name .net")]
    [InlineData("5%", "the percentage 5%")]
    [InlineData("3.5%", "the words 3 5%, one right after the other")]
    [InlineData("\"C# developer\"", "the words c# developer, one right after the other")]
    [InlineData("한국", "the word 한국, also with a particle")]
    [InlineData("=한국", "the word 한국, written as in 한국")]
    public void Explain_WordWithSigns_SaysThem(string query, string says) =>
        Assert.Equal(says, QueryExplanation.Of(Queries.Parse(query)).Says);

    [Theory]
    [InlineData("C++*", 0, 4, "C++")]
    [InlineData(".NET*", 0, 5, ".NET")]
    [InlineData("x 5%*", 2, 3, "5%")]
    public void Parse_StarBehindSigns_IsAMistake(string query, int start, int length, string suggestion)
    {
        var mistake = Queries.Mistake(query);

        Assert.Equal((start, length, suggestion), (mistake.Start, mistake.Length, mistake.Suggestion));
    }

    [Theory]
    [InlineData("C++", "Learn C++ today", "C")]
    [InlineData("\"C++ developer\"", "a C++ developer.", "C++ developer")]
    public void Locate_WordWithSigns_IsLitUp(string query, string text, string lit)
    {
        var place = Assert.Single(RuleMatcher.Compile([Queries.Parse(query)]).Locate(0, new(text, null, null)));

        Assert.Equal(lit, text.Substring(place.Start, place.Length));
    }
}
