using System.Text.Json;
using System.Text.RegularExpressions;

namespace EssConsult.Architecture.Tests;

/// <summary>The French sentence is the key, so whatever a reader may see is found in the sources.</summary>
public sealed partial class PhraseTests
{
    private static readonly IReadOnlyList<string> Books = [.. Sources.Files(".json").Where(path => path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("themes/", StringComparison.Ordinal)).Where(path => path.EndsWith("/en.json", StringComparison.Ordinal))];

    [Fact]
    public void Every_sentence_has_its_English()
    {
        var english = Books.SelectMany(Read).Select(pair => pair.Key).ToHashSet();
        var missing = Sentences().Where(found => !english.Contains(found.Sentence)).Select(found => $"{found.Place}: {found.Sentence}").Distinct();

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_take_the_same_values()
    {
        var different = Books.SelectMany(Read).Where(pair => !Holes(pair.Key).SetEquals(Holes(pair.Value))).Select(pair => $"{pair.Key} → {pair.Value}");

        different.ShouldBeEmpty();
    }

    [Fact]
    public void No_English_is_empty_or_still_French() =>
        Books.SelectMany(Read).Where(pair => pair.Value.Length == 0 || (pair.Value == pair.Key && pair.Key.Contains(' ', StringComparison.Ordinal) && pair.Key.Any("éèàçêù".Contains))).ShouldBeEmpty();

    [Fact]
    public void Phrase_books_are_sorted() =>
        Books.Where(book => !Read(book).Select(pair => pair.Key).SequenceEqual(Read(book).Select(pair => pair.Key).Order(StringComparer.Ordinal))).ShouldBeEmpty();

    private static IEnumerable<KeyValuePair<string, string>> Read(string path) => JsonSerializer.Deserialize<Dictionary<string, string>>(Sources.Read(path))!;

    private static HashSet<string> Holes(string sentence) => [.. Hole().Matches(sentence).Select(match => match.Value)];

    private static IEnumerable<(string Place, string Sentence)> Sentences()
    {
        var code = Sources.CSharp().Concat(Sources.Files(".cshtml"));
        var liquid = Sources.Files(".liquid").Where(path => path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("themes/", StringComparison.Ordinal));
        var manifests = Sources.CSharp().Where(path => path.EndsWith("/Manifest.cs", StringComparison.Ordinal));
        return Matches(code, Localized(), Rule(), Annotated(), Lined()).Concat(Matches(liquid, Translated())).Concat(Matches(manifests, Described()))
            .Concat(Matches(["recipes/ess-roadmap.recipe.json"], Defined()));
    }

    private static IEnumerable<(string Place, string Sentence)> Matches(IEnumerable<string> files, params Regex[] patterns) =>
        from path in files
        from pattern in patterns
        from Match match in pattern.Matches(Sources.Read(path))
        select (path, Regex.Unescape(match.Groups["sentence"].Value));

    [GeneratedRegex("""\b(L|localizer|phrases|Localizer)\[\s*"(?<sentence>(?:[^"\\]|\\.)+)"\s*[\],]""")]
    private static partial Regex Localized();

    [GeneratedRegex("""(?:RuleException|HasRule)\(\s*"[a-z0-9.\-]+"\s*,\s*"(?<sentence>(?:[^"\\]|\\.)+)"\s*[,)]""")]
    private static partial Regex Rule();

    [GeneratedRegex("""\[[^\]\n]*(?:ErrorMessage|Display\(Name)\s*=\s*"(?<sentence>(?:[^"\\]|\\.)+)["]""")]
    private static partial Regex Annotated();

    [GeneratedRegex("""SlotView\.Line\(\s*"[^"]*"\s*,\s*"(?<sentence>(?:[^"\\]|\\.)+)"\s*[,)]""")]
    private static partial Regex Lined();

    // Modules and permissions say what they are for, and so do the types and the roles of the first site.
    [GeneratedRegex(""""(?<=new\("[\w.]+",\s*(?:"[^"]*",\s*)?)"(?<sentence>[^"]* [^"]*)"(?=[,)])"""")]
    private static partial Regex Described();

    [GeneratedRegex("""(?<="(?:Description|DisplayName|Hint)":\s*)"(?<sentence>(?:[^"\\]|\\.)+)"(?=\s*[,}])""")]
    private static partial Regex Defined();

    [GeneratedRegex("""'(?<sentence>[^'\n]+)'\s*\|\s*t\b|"(?<sentence>[^"\n]+)"\s*\|\s*t\b""")]
    private static partial Regex Translated();

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Hole();
}
