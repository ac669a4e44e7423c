using EssConsult.Kernel.Data;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Tests.Data;

public sealed class RuleTests(ProbeSites sites) : IClassFixture<ProbeSites>
{
    [Theory, OnBothDatabases]
    public async Task A_broken_unique_index_becomes_the_sentence_of_its_rule(Database database)
    {
        var site = await sites.OnAsync(database);
        await AddAsync(site, new ProbeMark { Family = "rule", Name = "same" });

        var broken = await Should.ThrowAsync<RuleException>(() => AddAsync(site, new ProbeMark { Family = "rule", Name = "same" }));

        (broken.Code, broken.Message).ShouldBe(("probe.twice", "Ce nom est pris."));
    }

    [Theory, OnBothDatabases]
    public async Task A_broken_primary_key_becomes_the_sentence_of_its_rule(Database database)
    {
        var site = await sites.OnAsync(database);
        await AddAsync(site, new ProbeMark { Id = "the-key", Family = "rule", Name = "first" });

        var broken = await Should.ThrowAsync<RuleException>(() => AddAsync(site, new ProbeMark { Id = "the-key", Family = "rule", Name = "second" }));

        broken.Code.ShouldBe("probe.id");
    }

    [Theory, OnBothDatabases]
    public async Task Any_other_refusal_of_the_database_stays_a_bug(Database database)
    {
        var site = await sites.OnAsync(database);

        await Should.ThrowAsync<DbUpdateException>(() => AddAsync(site, new ProbeMark { Family = "rule", Name = null! }));
    }

    [Theory, OnBothDatabases]
    public async Task The_sentence_stands_on_the_form_that_broke_the_rule_with_what_was_typed(Database database)
    {
        var site = await sites.OnAsync(database);
        await AddAsync(site, new ProbeMark { Family = "form", Name = "pris" });
        var form = (await site.Visitor().GetAsync("/essai/formulaire")).Form();

        var page = await form.With("Name", "pris").SubmitAsync();

        ((int)page.Status).ShouldBe(409);
        page.Text(".validation-summary-errors").ShouldBe("Ce nom est pris.");
        page.Document.QuerySelector("input[name=Name]")!.GetAttribute("value").ShouldBe("pris");
        page.Text(".reloaded").ShouldBe("liste");
    }

    [Fact]
    public async Task A_reader_of_a_page_gets_the_sentence_on_the_error_page_and_a_machine_problem_json()
    {
        var site = await sites.OnAsync(Database.Sqlite);

        var page = await site.Visitor().GetAsync("/essai/note?broken=true");
        ((int)page.Status).ShouldBe(409);
        page.Text(".lede").ShouldBe("La note de mai est fermée.");
        page.Text("code").ShouldBeNull();

        var request = new HttpRequestMessage(HttpMethod.Get, "/essai/note?broken=true");
        request.Headers.Add("Accept", "application/json");
        using var response = await site.Visitor().Client.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(409);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Outside_a_form_it_is_problem_json_in_the_readers_language()
    {
        var site = await sites.OnAsync(Database.Sqlite);

        var page = await site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/essai/regle"));

        ((int)page.Status).ShouldBe(409);
        page.Html.ShouldContain("\"code\":\"probe.rule\"");
        page.Html.ShouldContain("Il reste 1 place.");
    }

    private static Task AddAsync(Site site, ProbeMark mark) => site.InDatabaseAsync(async db =>
    {
        db.Add(mark);
        await db.SaveChangesAsync();
    });
}
