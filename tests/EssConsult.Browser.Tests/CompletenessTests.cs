using System.Text.RegularExpressions;

namespace EssConsult.Browser.Tests;

/// <summary>A page that is added is looked at, or says why not.</summary>
public sealed partial class CompletenessTests
{
    [Fact]
    public void Every_page_is_on_the_tour()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => Route().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct();
        var seen = new[] { Tour.Public, Tour.Account, Tour.Administration }.SelectMany(tour => tour).Select(row => row.Data.Item1).ToHashSet();

        pages.Where(page => !seen.Contains(page) && !Tour.Elsewhere.ContainsKey(page)).Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [GeneratedRegex("^@page \"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Route();
}
