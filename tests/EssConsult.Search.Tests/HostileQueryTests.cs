using System.Net;
using CsCheck;
using EssConsult.Search.Querying;

namespace EssConsult.Search.Tests;

/// <summary>A question is whatever people type, and what robots send.</summary>
public sealed class HostileQueryTests(EvaluationSite sites) : IClassFixture<EvaluationSite>
{
    private static readonly string[] Samples =
    [
        "AND", "OR", "NOT", "title:", "*", "?", "a*", "\"", "\"habitat", "«", "«»", "- -", "--", "-\"\"", "l'", "d’", "'", "[* TO *]", "\\", "(((((", ")", "{!func}", "^9999999999", "~2", "habitat",
        "\uD800", "\uDFFF", "\u0000", "\u001f", "\u202e", "ﷺ", "𝕏", "e\u0301nergie", new string('a', 5000), new string('"', 300), "<script>alert(1)</script>", "' OR 1=1 --", "%00", "../../etc/passwd",
    ];

    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.String,
        Gen.String["\"«»“”-+*?~^:(){}[]/\\!&|<>'’.,; \t\n"],
        Gen.Int[0, Samples.Length - 1].Select(place => Samples[place]));

    private static readonly Gen<string> Questions = Pieces.Array[1, 8].Select(pieces => string.Join(' ', pieces));

    public static TheoryData<string> Addresses =>
    [
        "/recherche?q=", "/recherche?q=%00", "/recherche?q=%ff%fe", "/recherche?q=a&q=b", "/recherche?page=-1", "/recherche?page=99999999999999", "/recherche?page=x", "/recherche?q=habitat&page=50",
        "/recherche?tri=xyz", "/recherche?type=%00&type=&type=zzz", "/recherche?annee=2015&annee=%D8%00&annee=-1", "/recherche?secteur=" , "/recherche?etape=%27", "/en/recherche?q=habitat",
        "/similaires", "/similaires?titre=%00&texte=%ff", "/api/similaires", "/api/similaires?titre=a&texte=%22%22&sauf=%00&secteur=%00",
    ];

    [Fact]
    public async Task No_text_whatever_makes_the_search_fail()
    {
        var site = await sites.StartedAsync();
        await site.UseAsync((SearchHandler search) =>
        {
            Questions.Sample(text => search.Search(new SearchRequest(text)).Total >= 0, iter: 2000);
            return Task.CompletedTask;
        });
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task No_address_whatever_is_an_error(string address)
    {
        var site = await sites.StartedAsync();

        var page = await site.Visitor().GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_long_question_is_cut_not_refused()
    {
        var site = await sites.StartedAsync();

        var page = await site.Visitor().GetAsync("/recherche?q=" + string.Join('+', Enumerable.Repeat("habitat", 500)));

        page.Texts(".search-result").ShouldNotBeEmpty();
    }
}
