using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Rules;

namespace NewsAlerts.LibraryTests.Rules;

/// <summary>Random queries and items over so few words that they often match.</summary>
internal static class RandomRules
{
    private static readonly string[] Words = ["a", "b", "ab", "abc", "É", "台", "b-a"];

    // Of the lengths at which the matcher goes from one way of comparing words to another, each the beginning of the next.
    private static readonly string[] LongWords =
    [
        .. new[] { 8, 9, 15, 16, 17 }.Select(length => string.Concat(Enumerable.Repeat("abc", length))[..length]),
        .. new[] { 7, 8 }.Select(length => new string('ж', length)),
    ];

    private static readonly string[] Fields = ["title", "summary", "body", "author", "category"];

    private static readonly Gen<string> Text =
        Gen.Frequency((9, Gen.Elements("a", "B", "ab", "abc", "Abc", "abd", "e", "台湾", "b-a", "x", ",",
            "a+", "b#", "a++b", "5%", "5 %", "한국", "한국은", "한국에서는", "한국인", "b는")), (1, Gen.Elements(LongWords)))
            .ListOf().Resize(12).Select(words => string.Join(' ', words));

    private static readonly Gen<ItemAbout?> About =
        from authors in Text.ListOf().Resize(3)
        from categories in Text.ListOf().Resize(2)
        from labels in Gen.Elements("a", "a b", "Ab").ListOf().Resize(2)
        from link in Gen.Elements(null, "https://a.b/a-b", "https://x.A.b:80/abc?ab", "https://b/")
        from language in Gen.Elements(null, "en", "en-US", "de")
        select new ItemAbout { Authors = [.. authors], Categories = [.. categories], FeedLabels = [.. labels], Link = link, Language = language };

    public static Gen<ItemText> Items { get; } =
        from title in Text
        from summary in Text
        from body in Text
        from about in Gen.Frequency((1, Gen.Constant<ItemAbout?>(null)), (3, About))
        select new ItemText(title, summary.Length == 0 ? null : summary, body) { About = about };

    public static Gen<string> Queries { get; } = Gen.Sized(size => Query(Math.Min(size / 10, 4)));

    private static Gen<string> Place { get; } = Gen.Frequency(
        (6, Gen.Elements(Words)),
        (2, Gen.Elements(Words).Two().Select(words => $"\"{words.Item1} {words.Item2}\"")),
        (1, Gen.Elements("\"a b a\"", "\"ab abc e\"")),
        (1, Gen.Elements(LongWords)),
        (1, Gen.Elements(LongWords).Select(word => word + '*')),
        (2, Gen.Elements("a*", "ab*", "abc*", "e*", "zz*")),
        (1, Gen.Elements("=a", "=b", "=B", "=É", "=ab*", "=\"B a\"", "=b-a", "=a?c")),
        (1, Gen.Elements("name:Abc", "name:\"B Abc\"")),
        (1, Gen.Elements("\"a b\"~1", "\"a b a\"~3", "\"ab ab\"~9")),
        (1, Gen.Elements("a?c", "a?*", "a??c", "É?b")),
        (1, Gen.Elements("a+", "b#", "a++b", "5%", "\"a+ b#\"", "\"5 % a\"", "=B#", "\"a+ b\"~2")),
        (1, Gen.Elements("한국", "=한국", "\"a 한국\"", "\"한국 a\"", "\"한국 b\"~3", "한국*", "b는")));

    private static Gen<string> Near { get; } =
        from left in Gen.Frequency((2, Place), (1, Place.Two().Select(places => $"({places.Item1} OR {places.Item2})")))
        from right in Place
        from distance in Gen.Elements(1, 2, 3, 99)
        select $"{left} NEAR/{distance} {right}";

    private static Gen<string> Other { get; } = Gen.Elements(
        "/a b/", "/B/i", "title:/^a/", "author:/b$/", "link:/a.b/", "site:b", "site:a.b", "site:X.a.B", "site:/^x/", "link:abc", "link:\"a b a\"",
        "feed:a", "feed:\"A B\"", "feed:a*", "feed:(b OR ab)", "lang:en", "lang:en-us", "lang:(de OR fr)", "author:(a -b)", "link:=A");

    private static Gen<string> Query(int depth) =>
        depth == 0 ? Gen.Frequency((6, Place), (2, Near), (1, Other)) : Compound(Query(depth - 1));

    private static Gen<string> Compound(Gen<string> inner)
    {
        var field = Gen.Elements(Fields);
        return Gen.Frequency(
            (2, inner),
            (3, inner.Two().Select(two => $"({two.Item1}) AND ({two.Item2})")),
            (3, inner.Two().Select(two => $"({two.Item1}) OR ({two.Item2})")),
            (2, inner.Two().Select(two => $"({two.Item1}) NOT ({two.Item2})")),
            (1, inner.Three().Select(three => $"-({three.Item1}) ({three.Item2}) ({three.Item3})")),
            (1, field.SelectMany(name => Place.Two().Select(two => $"{name}:({two.Item1} {two.Item2})"))),
            (1, field.SelectMany(name => Near.Select(near => $"{name}:({near}) OR {name}:a"))));
    }
}
