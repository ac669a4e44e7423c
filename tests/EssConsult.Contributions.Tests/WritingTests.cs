using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Contributions.Tests;

public sealed class WritingTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task A_visitor_writes_first_and_is_asked_who_they_are_only_when_sending(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var visitor = site.Visitor();

        var form = await visitor.GetAsync($"/contribuer?demarche={process}");
        var review = await form.Form("draft-form form").With("TitlePart.Title", "Un marché le soir").With("MarkdownBodyPart.Markdown", "Près du tram.").WithSector().SubmitAsync("Relire avant d’envoyer");
        var sent = await review.Form("main form").SubmitAsync("Continuer : mon e-mail");

        review.Text("h1").ShouldBe("Un marché le soir");
        sent.Url.AbsolutePath.ShouldBe("/identification");
        var draft = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == process));
        (draft.State, draft.AuthorId).ShouldBe((ContributionState.Draft, null));
        draft.BrowserKey.ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Another_browser_cannot_open_a_draft(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var form = await site.Visitor().GetAsync($"/contribuer?demarche={process}");
        var review = await form.Form("draft-form form").With("TitlePart.Title", "À moi seul").With("MarkdownBodyPart.Markdown", "Texte.").WithSector().SubmitAsync("Relire avant d’envoyer");

        var stranger = await site.Visitor().GetAsync(review.Url.AbsolutePath);

        stranger.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task An_empty_title_shows_the_form_again_with_a_sentence_and_stores_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var author = await site.SignInAsync();

        var form = await author.GetAsync($"/contribuer?demarche={process}");
        var page = await form.Form("draft-form form").With("MarkdownBodyPart.Markdown", "Un texte sans titre.").WithSector().SubmitAsync("Relire avant d’envoyer");

        page.Status.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        page.Html.ShouldContain("Un texte sans titre.");
        (await site.InDatabaseAsync(db => db.Set<ContributionRow>().AnyAsync(row => row.ProcessId == process))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_text_is_published_at_once_where_moderation_comes_after(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync("After");
        var author = await site.SignInAsync();

        var sent = await author.ContributeAsync(process, "Des composteurs partout");
        await site.CatchUpAsync();

        sent.Text("h1").ShouldBe("Votre contribution est publiée");
        var page = await site.Visitor().GetAsync("/contributions/des-composteurs-partout");
        page.Text("h1").ShouldBe("Des composteurs partout");
    }

    [Theory, OnBothDatabases]
    public async Task The_first_text_of_a_person_waits_and_the_next_ones_do_not(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync("FirstThenAfter");
        var author = await site.SignInAsync();
        var moderator = await site.SignInAsync("Facilitator");

        var first = await author.ContributeAsync(process, "Premier texte " + process[^4..]);
        var id = (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == process))).ContentItemId;
        var queue = await moderator.GetAsync($"/admin/moderation?texte=contribution-{id}");
        await queue.Form("article form").SubmitAsync("Accepter et publier");
        var second = await author.ContributeAsync(process, "Second texte " + process[^4..]);

        first.Text("h1").ShouldBe("Votre contribution est envoyée");
        second.Text("h1").ShouldBe("Votre contribution est publiée");
    }

    [Theory, OnBothDatabases]
    public async Task A_closed_stage_stays_readable_and_refuses_writing_with_the_day(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync("After", startsInDays: -20, endsInDays: -2);

        var page = await (await site.SignInAsync()).GetAsync($"/contribuer?demarche={process}");

        page.Text(".notice").ShouldNotBeNull().ShouldContain("Cette étape est close depuis le 1er mars 2027");
        page.Has("draft-form").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task The_stage_that_closes_while_one_writes_refuses_the_text_and_keeps_the_draft(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.OpenProcessAsync("After", endsInDays: 1);
        var author = await site.SignInAsync();
        var form = await author.GetAsync($"/contribuer?demarche={process}");
        var review = await form.Form("draft-form form").With("TitlePart.Title", "Trop tard").With("MarkdownBodyPart.Markdown", "Texte.").WithSector().SubmitAsync("Relire avant d’envoyer");

        site.Clock.Advance(TimeSpan.FromDays(2));
        var refused = await review.Form("main form").SubmitAsync("Envoyer ma contribution");

        refused.Html.ShouldContain("Cette étape est close");
        (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == process))).State.ShouldBe(ContributionState.Draft);
    }

    [Theory, OnBothDatabases]
    public async Task Where_people_may_not_contribute_a_draft_cannot_be_sent(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var (process, author) = (await site.OpenProcessAsync(), await site.SignInAsync());
        await site.UseAsync<IServiceProvider>(async services =>
        {
            await services.GetRequiredService<IRoles>().UpsertAsync(SystemRoles.Authenticated, null, ["ContributeContent"], PermissionBehavior.Remove, "tests", default);
            await services.GetRequiredService<SiteDb>().SaveChangesAsync();
        });
        await site.CatchUpAsync();

        var refused = await author.ContributeAsync(process, "Sans droit");

        refused.Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == process))).State.ShouldBe(ContributionState.Draft);
    }

    [Theory, OnBothDatabases]
    public async Task Two_windows_on_one_draft_do_not_overwrite_one_another(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        var author = await site.SignInAsync();
        var form = await author.GetAsync($"/contribuer?demarche={process}");
        var saved = await form.Form("draft-form form").With("TitlePart.Title", "Version 1").WithSector().SubmitAsync("Enregistrer le brouillon");
        var otherWindow = await author.GetAsync(saved.Url.AbsolutePath);

        await saved.Form("draft-form form").With("TitlePart.Title", "Version 2").SubmitAsync("Enregistrer le brouillon");
        var conflict = await otherWindow.Form("draft-form form").With("TitlePart.Title", "Version 3").SubmitAsync("Enregistrer le brouillon");

        conflict.Html.ShouldContain("modifié dans une autre fenêtre");
        (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == process))).Title.ShouldBe("Version 2");
    }
}
