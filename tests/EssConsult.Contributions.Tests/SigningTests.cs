using EssConsult.Kernel.Data;
using EssConsult.Testing.Browsing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

/// <summary>« Publier au nom de… »: only for a structure that accepted the author, checked when the text is sent.</summary>
public sealed class SigningTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task A_member_signs_as_the_structure_on_the_page_the_list_its_own_page_and_in_the_open_data(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var (member, structure) = await MemberAsync(site, "La Ressourcerie du Quai " + process[^5..]);

        var form = await member.GetAsync($"/contribuer?demarche={process}");
        var review = await form.Form("draft-form form").With("TitlePart.Title", "Réparer ensemble").With("MarkdownBodyPart.Markdown", "Un atelier.").WithSector()
            .With("ActorId", structure.Id).SubmitAsync("Relire avant d’envoyer");
        await review.Form("main form").SubmitAsync("Envoyer ma contribution");
        await site.CatchUpAsync();

        var row = await RowAsync(site, process);
        row.ActorId.ShouldBe(Guid.Parse(structure.Id));
        var reader = site.Visitor();
        (await reader.GetAsync("/" + row.Path)).Text(".page-header .meta").ShouldNotBeNull().ShouldContain("au nom de " + structure.Name);
        (await reader.GetAsync($"/contributions?demarche={process}")).Text(".byline").ShouldNotBeNull().ShouldContain(structure.Name);
        (await reader.GetAsync(structure.Path)).Texts(".contribution-card .card-title").ShouldBe(["Réparer ensemble"]);
        (await reader.GetAsync($"/contributions?structure={structure.Id}")).Texts(".contribution-card .card-title").ShouldBe(["Réparer ensemble"]);
        (await reader.Client.GetStringAsync($"/api/contributions/{row.ContentItemId}", TestContext.Current.CancellationToken)).ShouldContain(structure.Name);
        (await reader.Client.GetStringAsync("/contributions.csv", TestContext.Current.CancellationToken)).ShouldContain(structure.Name);
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_else_cannot_sign_as_the_structure(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var (_, structure) = await MemberAsync(site, "La Coopérative Close " + process[^5..]);
        var stranger = await site.SignInAsync();

        var page = await stranger.GetAsync($"/contribuer?demarche={process}");
        page.Has("[name=ActorId]").ShouldBeFalse();
        var review = await page.Form("draft-form form").With("TitlePart.Title", "Usurpée").With("MarkdownBodyPart.Markdown", "Un texte.").WithSector().SubmitAsync("Relire avant d’envoyer");
        var refused = await PostAsync(stranger, review, ("ActorId", structure.Id));

        refused.Html.ShouldContain("Cette structure ne vous a pas donné le droit de publier en son nom.");
        (await RowAsync(site, process)).State.ShouldBe(ContributionState.Draft);
    }

    [Theory, OnBothDatabases]
    public async Task A_structure_that_has_changed_its_mind_is_no_longer_signed_for(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var (member, structure) = await MemberAsync(site, "L’Épicerie Partie " + process[^5..]);
        var form = await member.GetAsync($"/contribuer?demarche={process}");
        var review = await form.Form("draft-form form").With("TitlePart.Title", "Trop tard").With("MarkdownBodyPart.Markdown", "Un texte.").WithSector()
            .With("ActorId", structure.Id).SubmitAsync("Relire avant d’envoyer");

        var mine = await member.GetAsync("/compte/structures");
        await mine.Form("main table form").SubmitAsync();
        var refused = await review.Form("main form").SubmitAsync("Envoyer ma contribution");

        refused.Html.ShouldContain("Cette structure ne vous a pas donné le droit de publier en son nom.");
        (await RowAsync(site, process)).State.ShouldBe(ContributionState.Draft);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_asks_once_for_all_structures(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var (member, structure) = await MemberAsync(site, "La Nombreuse " + process[^5..]);
        await SendAsync(member, process, structure.Id, "Première");
        var few = await member.GetAsync($"/contributions?demarche={process}&tri=recent");
        for (var number = 0; number < 5; number++)
        {
            await SendAsync(member, process, structure.Id, $"Suivante {number}");
        }

        var many = await member.GetAsync($"/contributions?demarche={process}&tri=recent");

        many.Texts(".contribution-card").Count.ShouldBe(6);
        many.Queries.Count.ShouldBe(few.Queries.Count);
    }

    private static async Task SendAsync(Visitor member, string process, string actorId, string title)
    {
        var form = await member.GetAsync($"/contribuer?demarche={process}");
        var review = await form.Form("draft-form form").With("TitlePart.Title", title).With("MarkdownBodyPart.Markdown", "Un texte.").WithSector().With("ActorId", actorId).SubmitAsync("Relire avant d’envoyer");
        await review.Form("main form").SubmitAsync("Envoyer ma contribution");
    }

    /// <summary>A structure of the directory that a demo person represents, by the directory's own road.</summary>
    private static async Task<(Visitor Member, (string Id, string Name, string Path) Structure)> MemberAsync(Site site, string name)
    {
        var member = await site.SignInAsync();
        await site.UseAsync<Actors.Contracts.IDemoActors>(actors => actors.PutAsync([new(name, name, Actors.Contracts.ActorFamily.Association, null, null, null, null, [member.PersonId!])], default));
        await site.CatchUpAsync();
        var found = (await site.UseAsync<Actors.Contracts.IActors, IReadOnlyList<Actors.Contracts.ActorName>>(actors => actors.SpeakersForAsync(member.PersonId!, default)))[0];
        return (member, (found.Id.ToString(), found.Name, found.Path));
    }

    private static Task<Page> PostAsync(Visitor visitor, Page page, (string Name, string Value) extra)
    {
        var token = page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, page.Url.PathAndQuery)
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new(extra.Name, extra.Value)]),
        });
    }

    private static Task<ContributionRow> RowAsync(Site site, string process) => site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));
}
