using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Data;

namespace EssConsult.Contributions.Tests;

public sealed class ApiTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task Pages_are_linked_and_together_hold_every_contribution_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        await site.PublishAsync(process, Enumerable.Range(0, 25).Select(number => $"Idée {number}"));

        var (titles, pages, next) = (new List<string>(), 0, (string?)$"/api/contributions?process={process}&limit=10");
        while (next is not null)
        {
            using var response = await GetAsync(site, next);
            var page = await JsonAsync(response);
            page.GetProperty("total").GetInt32().ShouldBe(25);
            titles.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!));
            next = page.GetProperty("next").GetString();
            response.Headers.Contains("Link").ShouldBe(next is not null);
            pages++;
        }

        pages.ShouldBe(3);
        titles.Distinct().Count().ShouldBe(25);
    }

    [Theory, OnBothDatabases]
    public async Task Contributions_are_asked_for_by_sector_territory_stage_and_words(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var (sector, territory) = (await TermAsync(site, "/api/sectors"), await TermAsync(site, "/api/territories"));
        await site.PublishAsync(process, "Un verger", item => (item.Content["Contribution"], item.Content["ContributionPart"]!["PhaseId"]) = (
            new JsonObject { ["Sector"] = Chosen(sector), ["Territory"] = Chosen(territory) }, "une-étape"));
        await site.PublishAsync(process, ["Une friche"]);

        foreach (var filter in new[] { $"sector={sector}", $"territory={territory}", "phase=une-%C3%A9tape", "q=V%C3%89RGER" })
        {
            using var response = await GetAsync(site, $"/api/contributions?process={process}&{filter}");
            (await JsonAsync(response)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()).ShouldBe(["Un verger"], filter);
        }
    }

    private static JsonObject Chosen(string term) => new() { ["TermContentItemIds"] = new JsonArray(term) };

    private static async Task<string> TermAsync(Site site, string path)
    {
        using var response = await GetAsync(site, path);
        var term = (await JsonAsync(response)).EnumerateArray().First();
        term.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        return term.GetProperty("id").GetString()!;
    }

    [Theory, OnBothDatabases]
    public async Task A_page_of_thirty_costs_as_many_queries_as_a_page_of_one(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var reader = site.Visitor();
        await site.PublishAsync(process, ["Une seule"]);
        var few = await reader.GetAsync($"/api/contributions?process={process}&limit=50");

        await site.PublishAsync(process, Enumerable.Range(0, 30).Select(number => $"Lot {number}"));
        var many = await reader.GetAsync($"/api/contributions?process={process}&limit=50");

        many.Html.ShouldContain("Lot 29");
        many.Queries.Count.ShouldBe(few.Queries.Count);
    }

    [Theory, OnBothDatabases]
    public async Task What_has_not_changed_is_not_sent_again(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        await site.PublishAsync(process, ["Inchangée"]);
        foreach (var path in new[] { $"/api/contributions?process={process}", "/contributions.csv", "/contributions.json" })
        {
            using var first = await GetAsync(site, path);
            using var again = await GetAsync(site, path, first.Headers.ETag!.ToString());
            (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length).ShouldBe((HttpStatusCode.NotModified, 0), path);

            await site.PublishAsync(process, ["Nouvelle pour " + path]);
            using var changed = await GetAsync(site, path, first.Headers.ETag!.ToString());
            changed.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Theory]
    [InlineData("/api/contributions?limit=101", HttpStatusCode.BadRequest)]
    [InlineData("/api/contributions?limit=beaucoup", HttpStatusCode.BadRequest)]
    [InlineData("/api/contributions?answer=Peut-etre", HttpStatusCode.BadRequest)]
    [InlineData("/api/contributions/inconnue", HttpStatusCode.NotFound)]
    [InlineData("/api/rien", HttpStatusCode.NotFound)]
    public async Task Errors_are_problems_that_machines_can_read(string path, HttpStatusCode status)
    {
        var site = await sites.OnAsync(Database.Sqlite);

        using var response = await GetAsync(site, path);

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await JsonAsync(response)).GetProperty("status").GetInt32().ShouldBe((int)status);
    }

    [Fact]
    public async Task The_OpenAPI_document_describes_what_is_public_and_nothing_else()
    {
        var site = await sites.OnAsync(Database.Sqlite);

        using var response = await GetAsync(site, "/openapi/v1.json");
        var document = await JsonAsync(response);

        document.GetProperty("openapi").GetString().ShouldNotBeNull().ShouldStartWith("3.");
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        paths.ShouldBe(["/api/contributions", "/api/contributions/{id}", "/api/events", "/api/events/{id}", "/api/processes", "/api/sectors", "/api/similaires", "/api/structures", "/api/structures/{id}", "/api/territories", "/contributions.csv", "/contributions.json", "/rendez-vous.ics", "/structures.csv"], ignoreOrder: true);
        document.GetProperty("components").GetProperty("schemas").GetProperty("OpenContribution").GetProperty("properties").EnumerateObject().Select(property => property.Name)
            .ShouldNotContain(name => name.Contains("name", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, OnBothDatabases]
    public async Task The_page_of_the_data_explains_every_column_of_the_file(Database database)
    {
        var site = await sites.OnAsync(database);
        var visitor = site.Visitor();

        var page = await (await visitor.GetAsync("/contributions")).FollowAsync("Données ouvertes");
        var csv = await visitor.Client.GetStringAsync("/contributions.csv", TestContext.Current.CancellationToken);

        page.Texts("tbody th").ShouldBe(csv.TrimStart('\uFEFF').Split("\r\n")[0].Split(','));
        page.Has("a[rel=license]").ShouldBeTrue();
        (await visitor.GetAsync("/en/donnees-ouvertes")).Text("h1").ShouldBe("Open data");
    }

    private static Task<HttpResponseMessage> GetAsync(Site site, string path, string? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (tag is not null)
        {
            request.Headers.Add("If-None-Match", tag);
        }

        return site.Visitor().Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
