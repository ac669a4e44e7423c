using System.Net;
using System.Text;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

/// <summary>What is read, and when: texts, corrections and files, before or after they appear.</summary>
public sealed class CorrectionTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task Where_texts_are_read_first_a_correction_appears_once_it_is_accepted(Database database)
    {
        var site = await sites.OnAsync(database);
        var (author, moderator, row) = await PublishedAsync(site, "Before", "Relue avant");

        var sent = await CorrectAsync(author, row, "Le texte corrigé.");
        var meanwhile = await site.Visitor().GetAsync("/" + row.Path);
        await (await QueueAsync(moderator, "correction", row)).Form("article form").SubmitAsync("Accepter et publier");
        await site.CatchUpAsync();
        var after = await site.Visitor().GetAsync("/" + row.Path);

        sent.Text(".notice-title").ShouldBe("Votre correction attend d’être lue");
        meanwhile.Html.ShouldNotContain("Le texte corrigé.");
        after.Html.ShouldContain("Le texte corrigé.");
        (await RowAsync(site, row)).ShouldSatisfyAllConditions(found => found.CorrectionUtc.ShouldBeNull(), found => found.UnreadSinceUtc.ShouldBeNull());
        (await MailsAsync(site, "%correction de « Relue avant%est publiée%")).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_refused_correction_leaves_the_text_and_its_author_learns_why(Database database)
    {
        var site = await sites.OnAsync(database);
        var (author, moderator, row) = await PublishedAsync(site, "Before", "Refusée après");

        await CorrectAsync(author, row, "Achetez mes pneus.");
        await (await QueueAsync(moderator, "correction", row)).Form("#motifs").With("Motive", "Spam").With("Note", "Pas ici.").SubmitAsync("Refuser");
        await site.CatchUpAsync();
        var (page, versions, edit) = (await site.Visitor().GetAsync("/" + row.Path), await site.Visitor().GetAsync($"/{row.Path}/versions"), await author.GetAsync($"/{row.Path}/modifier"));

        page.Status.ShouldBe(HttpStatusCode.OK);
        (page.Html + versions.Html).ShouldNotContain("pneus");
        edit.Text(".notice-warning").ShouldNotBeNull().ShouldContain("Publicité");
        edit.Text("textarea").ShouldBe("Ce que nous proposons, simplement.");
        (await MailsAsync(site, "%Refusée après%pas été publiée%offre commerciale%Pas ici.%")).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_waiting_correction_can_be_taken_up_again_and_is_decided_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var (author, moderator, row) = await PublishedAsync(site, "Before", "Reprise deux fois");
        await CorrectAsync(author, row, "Première correction.");
        var queue = await QueueAsync(moderator, "correction", row);

        var again = await author.GetAsync($"/{row.Path}/modifier");
        await CorrectAsync(author, row, "Seconde correction.");
        var late = await queue.Form("article form").SubmitAsync("Accepter et publier");

        again.Text("textarea").ShouldBe("Première correction.");
        late.Html.ShouldContain("Ce texte a changé pendant que vous le lisiez");
        (await site.Visitor().GetAsync("/" + row.Path)).Html.ShouldNotContain("correction.");
    }

    [Theory, OnBothDatabases]
    public async Task A_text_that_appeared_unread_waits_to_be_read_and_so_does_each_correction(Database database)
    {
        var site = await sites.OnAsync(database);
        var (author, moderator, process) = (await site.SignInAsync(), await site.SignInAsync("Facilitator"), await site.OpenProcessAsync("After"));
        await author.ContributeAsync(process, "Parue sans lecture " + process[^4..]);
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));

        var queue = await QueueAsync(moderator, "contribution", row);
        await queue.Form("article form").SubmitAsync("Garder ce texte");
        var read = await RowAsync(site, row);
        await CorrectAsync(author, row, "Autre chose.");
        var unread = await RowAsync(site, row);

        queue.Text(".queue-list [aria-current] .meta").ShouldNotBeNull().ShouldContain("Parue, à relire");
        (read.UnreadSinceUtc, read.State).ShouldBe((null, ContributionState.Published));
        unread.UnreadSinceUtc.ShouldNotBeNull();
        (await site.Visitor().GetAsync("/" + row.Path)).Html.ShouldContain("Autre chose.");
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_keeps_or_removes_words_that_changed_while_they_read_them(Database database)
    {
        var site = await sites.OnAsync(database);
        var (author, moderator, process) = (await site.SignInAsync(), await site.SignInAsync("Facilitator"), await site.OpenProcessAsync("After"));
        await author.ContributeAsync(process, "Changée pendant la lecture " + process[^4..]);
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));
        var queue = await QueueAsync(moderator, "contribution", row);

        await CorrectAsync(author, row, "Tout autre chose.");
        var kept = await queue.Form("article form").SubmitAsync("Garder ce texte");
        var removed = await queue.Form("#motifs").With("Motive", "Spam").SubmitAsync("Retirer");

        kept.Html.ShouldContain("Ce texte a changé pendant que vous le lisiez");
        removed.Html.ShouldContain("Ce texte a changé pendant que vous le lisiez");
        (await RowAsync(site, row)).ShouldSatisfyAllConditions(found => found.UnreadSinceUtc.ShouldNotBeNull(), found => found.State.ShouldBe(ContributionState.Published));
    }

    [Theory, OnBothDatabases]
    public async Task A_correction_that_brings_a_file_is_read_before_it_appears(Database database)
    {
        var site = await sites.OnAsync(database);
        var (author, _, row) = await PublishedAsync(site, "After", "Avec une pièce");

        var edit = await author.GetAsync($"/{row.Path}/modifier");
        var sent = await edit.Form("form.form").With("Contribution.Attachments.FileText0", "Le plan").Attach("Contribution.Attachments.File0", "plan.pdf", "application/pdf", Pdf()).SubmitAsync("Envoyer la correction");

        sent.Text(".notice-title").ShouldBe("Votre correction attend d’être lue");
        (await RowAsync(site, row)).CorrectionUtc.ShouldNotBeNull();
        (await site.Visitor().GetAsync("/" + row.Path)).Html.ShouldNotContain("Le plan");
    }

    [Theory, OnBothDatabases]
    public async Task A_text_taken_off_in_the_administration_leaves_the_list_and_waits_for_a_moderator(Database database)
    {
        var site = await sites.OnAsync(database);
        var (_, moderator, row) = await PublishedAsync(site, "After", "Retirée de la publication");

        var editor = await moderator.GetAsync("/admin/contenus/" + row.ContentItemId);
        await editor.Form("form.editor").SubmitAsync("Retirer de la publication");
        await site.CatchUpAsync();

        (await RowAsync(site, row)).State.ShouldBe(ContributionState.Submitted);
        (await site.Visitor().GetAsync("/contributions?demarche=" + row.ProcessId)).Html.ShouldNotContain("Retirée de la publication");
        (await QueueAsync(moderator, "contribution", row)).Text("article h2").ShouldNotBeNull().ShouldStartWith("Retirée de la publication");
    }

    [Theory, OnBothDatabases]
    public async Task A_text_removed_in_the_administration_says_so_and_its_author_is_told(Database database)
    {
        var site = await sites.OnAsync(database);
        var (_, moderator, row) = await PublishedAsync(site, "After", "Supprimée ailleurs");

        await (await moderator.GetAsync($"/admin/contenus/lot?acte=supprimer&ids={row.ContentItemId}")).Form("main form").SubmitAsync();
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/" + row.Path)).Status.ShouldBe(HttpStatusCode.Gone);
        (await site.PublishedAsync<ContributionRemoved>()).Count(happened => happened.ContentItemId == row.ContentItemId).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task An_author_has_no_way_around_the_moderators_through_the_administration(Database database)
    {
        var site = await sites.OnAsync(database);
        var (author, _, row) = await PublishedAsync(site, "Before", "Par la grande porte");

        foreach (var path in new[] { "", "/historique", "/apercu", "/elements/nouveau" })
        {
            (await author.GetAsync($"/admin/contenus/{row.ContentItemId}{path}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Staff_who_correct_a_comma_leave_the_author_their_name(Database database)
    {
        var site = await sites.OnAsync(database);
        var (_, moderator, row) = await PublishedAsync(site, "After", "La virgule");

        var editor = await moderator.GetAsync("/admin/contenus/" + row.ContentItemId);
        await editor.Form("form.editor").With("MarkdownBodyPart.Markdown", "Ce que nous proposons, très simplement.").SubmitAsync("Publier");
        await site.CatchUpAsync();
        var page = await site.Visitor().GetAsync("/" + row.Path);

        page.Html.ShouldContain("très simplement");
        (await RowAsync(site, row)).AuthorName.ShouldBe(row.AuthorName);
    }

    [Theory, OnBothDatabases]
    public async Task A_refused_correction_is_taken_up_again(Database database)
    {
        var site = await sites.OnAsync(database);
        var (author, moderator, row) = await PublishedAsync(site, "Before", "Remise sur le métier");
        await CorrectAsync(author, row, "Presque convenable.");
        await (await QueueAsync(moderator, "correction", row)).Form("#motifs").With("Motive", "OffTopic").SubmitAsync("Refuser");

        var taken = await (await author.GetAsync($"/{row.Path}/modifier")).FollowAsync("Reprendre le texte envoyé");
        var sent = await taken.Form("form.form").SubmitAsync("Envoyer la correction");

        taken.Text("textarea").ShouldBe("Presque convenable.");
        sent.Text(".notice-title").ShouldBe("Votre correction attend d’être lue");
    }

    [Theory, OnBothDatabases]
    public async Task A_correction_that_a_rule_refuses_stands_in_the_form_again(Database database)
    {
        var site = await sites.OnAsync(database);
        var (author, _, row) = await PublishedAsync(site, "After", "Deux fenêtres ouvertes");
        var late = await author.GetAsync($"/{row.Path}/modifier");
        await CorrectAsync(author, row, "Dans la première fenêtre.");

        var refused = await late.Form("form.form").With("MarkdownBodyPart.Markdown", "Dans la seconde fenêtre.").SubmitAsync("Envoyer la correction");

        refused.Html.ShouldContain("Ce texte a été modifié dans une autre fenêtre");
        refused.Text("textarea").ShouldBe("Dans la seconde fenêtre.");
    }

    [Theory, OnBothDatabases]
    public async Task A_sent_text_is_received_by_mail_and_can_be_taken_back_before_it_is_read(Database database)
    {
        var site = await sites.OnAsync(database);
        var (author, process) = (await site.SignInAsync(), await site.OpenProcessAsync("Before"));
        await author.ContributeAsync(process, "Trop vite partie " + process[^4..]);
        await site.CatchUpAsync();
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));

        var mine = await author.GetAsync("/compte/contributions");
        var form = await mine.Form("article form").SubmitAsync();
        var gone = await (await author.GetAsync("/compte/contributions/" + row.ContentItemId + "/supprimer")).Form("main form").SubmitAsync("Supprimer");

        (await MailsAsync(site, "%Trop vite partie " + process[^4..] + "%bien reçue%")).ShouldBe(1);
        form.Text("draft-form h1, h1").ShouldBe("Je contribue");
        gone.Text(".notice").ShouldBe("Le texte est supprimé.");
        (await site.InDatabaseAsync(db => db.Set<ContributionRow>().CountAsync(found => found.ProcessId == process))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_text_without_an_author_is_hidden_once_it_is_unpublished(Database database)
    {
        var site = await sites.OnAsync(database);
        var (process, moderator) = (await site.OpenProcessAsync(), await site.SignInAsync("Facilitator"));
        await site.PublishAsync(process, ["Importée puis cachée"]);
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));

        await (await moderator.GetAsync("/admin/contenus/" + row.ContentItemId)).Form("form.editor").SubmitAsync("Retirer de la publication");
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/" + row.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A text that its author wrote and that readers see, read by a moderator.</summary>
    private static async Task<(Visitor Author, Visitor Moderator, ContributionRow Row)> PublishedAsync(Site site, string policy, string title)
    {
        var (author, moderator, process) = (await site.SignInAsync(), await site.SignInAsync("Facilitator"), await site.OpenProcessAsync(policy));
        await author.ContributeAsync(process, $"{title} {process[^4..]}");
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));
        await (await QueueAsync(moderator, "contribution", row)).Form("article form").SubmitAsync(policy == "Before" ? "Accepter et publier" : "Garder ce texte");
        await site.CatchUpAsync();
        return (author, moderator, await RowAsync(site, row));
    }

    private static async Task<Page> CorrectAsync(Visitor author, ContributionRow row, string text) =>
        await (await author.GetAsync($"/{row.Path}/modifier")).Form("form.form").With("MarkdownBodyPart.Markdown", text).SubmitAsync("Envoyer la correction");

    private static Task<Page> QueueAsync(Visitor moderator, string kind, ContributionRow row) => moderator.GetAsync($"/admin/moderation?texte={kind}-{row.ContentItemId}");

    private static Task<ContributionRow> RowAsync(Site site, ContributionRow row) =>
        site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ContentItemId == row.ContentItemId));

    private static Task<int> MailsAsync(Site site, string like) =>
        site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT CAST(count(*) AS int) AS \"Value\" FROM mail_message WHERE text LIKE {like}").SingleAsync());

    private static byte[] Pdf() => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
}
