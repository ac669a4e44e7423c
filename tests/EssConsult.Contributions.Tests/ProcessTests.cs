using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

/// <summary>A démarche from the empty form to its first contribution.</summary>
public sealed class ProcessTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task A_demarche_made_in_the_administration_takes_contributions(Database database)
    {
        var site = await sites.OnAsync(database);
        var staff = await site.SignInAsync("Facilitator");

        var draft = await Mandate(await staff.GetAsync("/admin/contenus/nouveau/Process"), "Les places du quartier").With("ProcessPart.Moderation.Text", "Before").SubmitAsync("Ajouter : Étape");
        var editor = await Phase(draft, "Blog contributif", "2027-03-01T09:00", "2027-04-30T23:59").SubmitAsync("Enregistrer");
        var published = await editor.Form("form.editor").SubmitAsync("Publier");
        await site.CatchUpAsync();
        var id = await site.InDatabaseAsync(db => db.Set<ContentRow>().Where(row => row.DisplayText == "Les places du quartier" && row.Published).Select(row => row.ContentItemId).SingleAsync());
        var sent = await (await site.SignInAsync()).ContributeAsync(id, "Des bancs à l’ombre");

        published.Text(".notice-success").ShouldBe("C’est publié.");
        sent.Text("h1").ShouldBe("Votre contribution est envoyée");
        (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == id))).State.ShouldBe(ContributionState.Submitted);
    }

    [Theory, OnBothDatabases]
    public async Task An_archived_demarche_takes_nothing_whatever_its_dates(Database database)
    {
        var site = await sites.OnAsync(database);
        var (staff, process) = (await site.SignInAsync("Facilitator"), await site.OpenProcessAsync());

        var editor = await staff.GetAsync("/admin/contenus/" + process);
        await Mandate(editor, "Archivée " + process[^4..]).With("ProcessPart.Archived.Value", "true").SubmitAsync("Publier");
        await site.CatchUpAsync();

        (await (await site.SignInAsync()).GetAsync($"/contribuer?demarche={process}")).Has("draft-form").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_demarche_without_its_mandate_or_with_dates_that_cannot_be_is_not_published(Database database)
    {
        var site = await sites.OnAsync(database);
        var staff = await site.SignInAsync("Facilitator");

        var empty = await (await staff.GetAsync("/admin/contenus/nouveau/Process")).Form("form.editor").With("TitlePart.Title", "Sans mandat").SubmitAsync("Publier");
        var draft = await Mandate(await staff.GetAsync("/admin/contenus/nouveau/Process"), "À rebours").SubmitAsync("Ajouter : Étape");
        var editor = await Phase(draft, "Blog", "2027-04-30T09:00", "2027-03-01T23:59").SubmitAsync("Enregistrer");
        var refused = await editor.Form("form.editor").SubmitAsync("Publier");

        empty.Text(".error-summary").ShouldNotBeNull().ShouldContain("Ce qui est en jeu");
        refused.Text("main")!.ShouldContain("L’étape « Blog » finit avant de commencer");
        (await site.InDatabaseAsync(db => db.Set<ContentRow>().CountAsync(row => row.Published && (row.DisplayText == "Sans mandat" || row.DisplayText == "À rebours")))).ShouldBe(0);
    }

    private static Form Mandate(Page page, string title) => page.Form("form.editor").With("TitlePart.Title", title)
        .With("Process.Question.Text", "Que faire de nos places ?").With("Process.Stakes.Markdown", "Leur dessin.").With("Process.OutOfScope.Markdown", "Le stationnement.")
        .With("Process.DecidedBy.Text", "Le conseil").With("Process.AnswerBy.Value", "2027-06-30").With("Process.Contact.Text", "Le service des espaces publics");

    private static Form Phase(Page page, string title, string starts, string ends) => page.Form("form.editor-main").With("TitlePart.Title", title)
        .With("Phase.Starts.Value", starts).With("Phase.Ends.Value", ends).With("Phase.Kind.Text", "blog").With("PhasePart.AcceptsContributions.Value", "true");
}
