using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

public sealed class ReadingTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task The_list_runs_the_same_queries_for_one_contribution_and_for_thirty(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync("After");
        var author = await site.SignInAsync();
        await author.ContributeAsync(process, "Une seule");
        var few = await author.GetAsync($"/contributions?demarche={process}");

        await site.PublishAsync(process, Enumerable.Range(0, 30).Select(number => $"Proposition numéro {number}"));
        var many = await author.GetAsync($"/contributions?demarche={process}");

        few.Texts(".contribution-card").Count.ShouldBe(1);
        many.Texts(".contribution-card").Count.ShouldBe(20);
        many.Queries.Count.ShouldBe(few.Queries.Count);
    }

    [Theory, OnBothDatabases]
    public async Task Pages_of_the_random_order_show_every_contribution_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync("After");
        await site.PublishAsync(process, Enumerable.Range(0, 25).Select(number => $"Hasard {number}"));

        var first = await site.Visitor().GetAsync($"/contributions?demarche={process}");
        var second = await first.FollowAsync("Suivante");

        first.Texts(".card-title").Concat(second.Texts(".card-title")).Distinct().Count().ShouldBe(25);
    }

    [Theory, OnBothDatabases]
    public async Task Open_data_gives_texts_and_counts_and_no_name(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync("After");
        var author = await site.SignInAsync();
        await author.ContributeAsync(process, "Ouverte à tous");
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));

        var json = await site.Visitor().Client.GetStringAsync("/contributions.json", TestContext.Current.CancellationToken);
        var csv = await site.Visitor().Client.GetStringAsync("/contributions.csv", TestContext.Current.CancellationToken);
        var feed = await site.Visitor().Client.GetStringAsync("/contributions.atom", TestContext.Current.CancellationToken);

        JsonDocument.Parse(json).RootElement.EnumerateArray().ShouldContain(found => found.GetProperty("title").GetString() == "Ouverte à tous");
        foreach (var file in new[] { json, csv })
        {
            file.ShouldNotContain(row.AuthorName!);
            file.ShouldNotContain(row.AuthorId!);
        }

        csv.ShouldContain("Ouverte à tous");
        feed.ShouldContain("Ouverte à tous");
    }

    [Theory, OnBothDatabases]
    public async Task The_feed_is_sound_whatever_was_typed_and_says_when_a_text_changed(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var (process, author) = (await site.OpenProcessAsync(), await site.SignInAsync());
        await author.ContributeAsync(process, "Une\u0008 idée\uFFFF nette");
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));
        site.Clock.Advance(TimeSpan.FromHours(2));
        await (await author.GetAsync($"/{row.Path}/modifier")).Form("form.form").With("MarkdownBodyPart.Markdown", "Autrement.").SubmitAsync("Envoyer la correction");

        var text = await site.Visitor().Client.GetStringAsync("/contributions.atom", TestContext.Current.CancellationToken);
        var feed = SyndicationFeed.Load(XmlReader.Create(new StringReader(text)));

        var entry = feed.Items.Single();
        entry.Title.Text.ShouldBe("Une idée nette");
        (entry.LastUpdatedTime - entry.PublishDate).ShouldBeGreaterThan(TimeSpan.FromHours(1));
        feed.LastUpdatedTime.ShouldBe(entry.LastUpdatedTime);
        feed.Links.ShouldContain(link => link.RelationshipType == "self" && link.Uri.AbsolutePath == "/contributions.atom");
    }

    [Theory, OnBothDatabases]
    public async Task A_correction_after_a_quarter_of_an_hour_leaves_a_version_and_one_before_does_not(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.OpenProcessAsync("After");
        var author = await site.SignInAsync();
        await author.ContributeAsync(process, "Texte corrigé", "Première rédaction.");

        await CorrectAsync(author, "Deuxième rédaction.");
        var early = await author.GetAsync("/contributions/texte-corrige/versions");
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        await CorrectAsync(author, "Troisième rédaction.");
        var late = await author.GetAsync("/contributions/texte-corrige/versions?x=1");

        early.Texts("article .prose").ShouldBe(["Deuxième rédaction."]);
        late.Texts("article .prose").ShouldBe(["Troisième rédaction.", "Deuxième rédaction."]);
    }

    private static async Task CorrectAsync(Visitor author, string text)
    {
        var edit = await author.GetAsync("/contributions/texte-corrige/modifier");
        await edit.Form("form.form").With("MarkdownBodyPart.Markdown", text).SubmitAsync("Envoyer la correction");
    }
}
