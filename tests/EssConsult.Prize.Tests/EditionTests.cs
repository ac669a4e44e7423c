using System.Net;
using EssConsult.JuryRecord;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

public sealed class EditionTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task From_the_call_to_the_laureates_with_three_jurors_of_whom_one_is_recused(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(), await site.OrganiserAsync());
        var entries = new List<Guid>();
        foreach (var title in new[] { "Le vélo-cargo partagé", "La conserverie", "L’atelier de nuit" })
        {
            entries.Add(await (await site.SignInAsync()).EnterAsync(edition, title));
        }

        var (one, two, three) = (await site.JurorAsync(organiser, edition, "Juré Un"), await site.JurorAsync(organiser, edition, "Jurée Deux"), await site.JurorAsync(organiser, edition, "Juré Trois"));
        site.EndCall();
        await organiser.ScreenAsync(edition, entries[0]);
        await organiser.ScreenAsync(edition, entries[1]);
        (await organiser.OpenScoringAsync(edition)).Text(".error-summary, .notice-error").ShouldNotBeNull().ShouldContain("recevabilité");
        await organiser.ScreenAsync(edition, entries[2]);
        (await organiser.OpenScoringAsync(edition)).Text(".notice-title").ShouldBe("La notation est ouverte : la règle est figée, le jury est prévenu.");

        (await one.GetAsync($"/jury/{edition}/dossiers/{entries[0]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await one.DeclareAsync(edition);
        await two.DeclareAsync(edition);
        var recused = await three.DeclareAsync(edition, (entries[0], ConflictKind.Funding));
        recused.Text("p.notice").ShouldBe("1 dossier écarté (déport)");
        recused.Texts("a.row-title").ShouldBe(["La conserverie", "L’atelier de nuit"]);
        (await three.GetAsync($"/jury/{edition}/dossiers/{entries[0]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await three.GetAsync($"/jury/{edition}/liens")).Html.ShouldNotContain("vélo-cargo");

        await one.MarkAsync(edition, entries[0], 5, 4, 3);
        await one.MarkAsync(edition, entries[1], 3, 3, 3);
        await one.MarkAsync(edition, entries[2], 4, 2, 5);
        await two.MarkAsync(edition, entries[0], 4, 5, 0);
        await two.MarkAsync(edition, entries[1], 2, 4, 0);
        await two.MarkAsync(edition, entries[2], 4, 4, 0);
        await three.MarkAsync(edition, entries[1], 5, 5, 5);
        var last = await three.MarkAsync(edition, entries[2], 1, 1, 1);
        last.Text(".lede").ShouldBe("Vous avez tout noté. Vous pouvez encore changer vos notes.");
        (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Status.ShouldBe(HttpStatusCode.NotFound);

        await organiser.CloseScoringAsync(edition);
        var ranking = await organiser.GetAsync($"/admin/prix/{edition}/classement");
        // (2×5+4)/3 of 5 = 18.67 and (2×4+5)/3 = 17.33: 18; (12, 10.67, 20): 14.22; (13.33, 16, 4): 11.11.
        ranking.Texts("table:not(.insight table) tbody td.number").Where((_, index) => index % 4 == 1).ShouldBe(["18,00", "14,22", "11,11"]);
        ranking.Texts(".insight tbody td.number").Where((_, index) => index % 5 == 0).ShouldBe(["18,00", "12,00", "13,33"]);
        ranking.Texts("tbody th a").ShouldBe(["Le vélo-cargo partagé", "La conserverie", "L’atelier de nuit"]);

        await ranking.Form("form[action*=Freeze]").SubmitAsync();
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Award]").With("EntryId", entries[0].ToString()).With("Name", "Lauréat").With("Citation", "Utile et simple.").SubmitAsync();
        var minutes = await organiser.GetAsync($"/admin/prix/{edition}/proces-verbal");
        minutes.Texts("section[aria-labelledby=pv-deports] li").ShouldHaveSingleItem().ShouldStartWith("Juré Trois : dossier n° 1 « Le vélo-cargo partagé »");
        minutes.Texts("section[aria-labelledby=pv-laureats] li").ShouldHaveSingleItem().ShouldContain("Utile et simple.");
        var scan = System.Text.Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
        var signed = await minutes.Form("section[aria-labelledby=signe] form").Attach("file", "proces-verbal.pdf", "application/pdf", scan).SubmitAsync();
        signed.Text("section[aria-labelledby=signe] code").ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(scan)));
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Announce]").SubmitAsync();
        await site.CatchUpAsync();

        var path = await site.InDatabaseAsync(db => db.Set<Edition>().Where(row => row.ContentItemId == edition).Select(row => row.Path).FirstAsync());
        var published = await site.Visitor().GetAsync("/" + path);
        published.Texts(".laureate h3").ShouldBe(["Le vélo-cargo partagé"]);
        published.Html.ShouldNotContain("conserverie");
        published.Text(".laureates > p").ShouldBe("Le jury Juré Trois, Juré Un, Jurée Deux · 1 déport");
        var result = await site.InDatabaseAsync(db => db.Set<EditionResult>().AsNoTracking().SingleAsync(row => row.EditionId == edition));
        (Sealing.Hash(result.Content), published.Texts("code.hash")[0]).ShouldBe((result.Hash, result.Hash));
        var verdict = EditionCheck.Of(await organiser.Client.GetByteArrayAsync($"/admin/prix/{edition}/registre.json"), published.Texts("code.hash")[2]);
        verdict.Faults.ShouldBeEmpty();
        verdict.Laureates.ShouldBe([new RecordedLaureate(1, "Le vélo-cargo partagé", "Lauréat", 1)]);
        (await site.CommandAsync("audit verify")).ExitCode.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_sent_last_counts_and_its_receipt_is_the_hash_of_what_was_sent(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, applicant) = (await site.EditionAsync(), await site.SignInAsync());
        var id = await applicant.EnterAsync(edition, "Première version");
        var first = await site.EntryAsync(id);

        await (await applicant.GetAsync($"/dossiers/{id}")).Form("draft-form form").With("Title", "Deuxième version").SubmitAsync("Enregistrer le brouillon");
        var unsent = await applicant.GetAsync($"/dossiers/{id}/recu");
        (unsent.Text("article h2"), unsent.Has("strong")).ShouldBe(("Première version", true));
        var sent = await (await applicant.GetAsync($"/dossiers/{id}/envoyer")).Form("main form.form").SubmitAsync("Envoyer de nouveau");
        await site.CatchUpAsync();

        sent.Text("article h2").ShouldBe("Deuxième version");
        var (entry, kept) = (await site.EntryAsync(id), await site.InDatabaseAsync(db => db.Set<EntrySubmission>().AsNoTracking().Where(row => row.EntryId == id).OrderBy(row => row.Sequence).ToListAsync()));
        kept.Select(row => Sealing.Hash(row.Content)).ShouldBe([first.Receipt!, entry.Receipt!]);
        (first.Number, entry.Number, entry.Submissions).ShouldBe((1, 1, 2));
        (await site.MailsToAsync(applicant.PersonId!)).Select(mail => (mail.Contains("Première version", StringComparison.Ordinal), mail.Contains(first.Receipt!, StringComparison.Ordinal))).ShouldBe([(true, true), (false, false)]);
        (await (await site.SignInAsync()).GetAsync($"/dossiers/{id}/recu")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task Two_windows_never_overwrite_one_another(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, applicant) = (await site.EditionAsync(), await site.SignInAsync());
        var form = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        var other = await applicant.GetAsync(form.Url.PathAndQuery);

        await form.Form("draft-form form").With("Title", "De la première fenêtre").SubmitAsync("Enregistrer le brouillon");
        var refused = await other.Form("draft-form form").With("Title", "De la seconde").SubmitAsync("Enregistrer le brouillon");

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Html.ShouldContain("autre fenêtre");
        (await site.EntryAsync(Guid.Parse(form.Url.Segments[^1]))).Title.ShouldBe("De la première fenêtre");
    }

    [Theory, OnBothDatabases]
    public async Task The_grace_is_for_entries_begun_before_the_deadline_and_nothing_comes_after_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, applicant, late) = (await site.EditionAsync(), await site.SignInAsync(), await site.SignInAsync());
        var begun = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        var tooSlow = await (await late.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        site.Clock.Advance(Prizes.Call);

        (await late.GetAsync($"/prix/{edition}/deposer")).Has("main form.form").ShouldBeFalse();
        var saved = await begun.Form("draft-form form").With("Title", "À temps").With("PrizeEntry.Project.Markdown", "Oui.").With("PrizeEntry.Novelty.Markdown", "Oui.").With("PrizeEntry.Territory.Text", "Rezé").SubmitAsync("Relire avant d’envoyer");
        (await saved.Form("main form.form").SubmitAsync("Envoyer mon dossier")).Text(".tag").ShouldBe("Déposé");
        site.Clock.Advance(Prizes.Grace);

        var refused = await tooSlow.Form("draft-form form").With("Title", "Trop tard").SubmitAsync("Enregistrer le brouillon");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        (await site.EntryAsync(Guid.Parse(tooSlow.Url.Segments[^1]))).State.ShouldBe(EntryState.Draft);
    }

    [Theory, OnBothDatabases]
    public async Task An_entry_without_its_required_answers_is_kept_and_not_sent(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, applicant) = (await site.EditionAsync(), await site.SignInAsync());
        var form = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        var id = Guid.Parse(form.Url.Segments[^1]);

        var incomplete = await form.Form("draft-form form").With("Title", "À compléter").SubmitAsync("Relire avant d’envoyer");

        incomplete.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await site.EntryAsync(id)).Title.ShouldBe("À compléter");
        var review = await applicant.GetAsync($"/dossiers/{id}/envoyer");
        review.Texts(".notice-warning li").ShouldBe(["Le projet", "En quoi il est nouveau", "Où"]);
        review.Has("main form button").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_structure_enters_as_often_as_the_rules_say_even_from_two_windows_at_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, applicant) = (await site.EditionAsync(part => part["MostPerStructure"] = 1), await site.SignInAsync());
        var reviews = new List<Page>();
        for (var number = 0; number < 2; number++)
        {
            var form = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
            reviews.Add(await form.Form("draft-form form").With("Title", $"Projet {number}").With("PrizeEntry.Project.Markdown", "Oui.").With("PrizeEntry.Novelty.Markdown", "Oui.").With("PrizeEntry.Territory.Text", "Nantes").SubmitAsync("Relire avant d’envoyer"));
        }

        var answers = await Task.WhenAll(reviews.Select(review => review.Form("main form.form").SubmitAsync("Envoyer mon dossier")));

        answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(1);
        (await site.InDatabaseAsync(db => db.Set<Entry>().CountAsync(entry => entry.EditionId == edition && entry.Number != null))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_late_recusal_voids_the_sheet_that_was_given_and_keeps_it_in_the_record(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(), await site.OrganiserAsync());
        var entry = await (await site.SignInAsync()).EnterAsync(edition, "Le dossier en question");
        var juror = await site.JurorAsync(organiser, edition, "Juré Tardif");
        site.EndCall();
        await organiser.ScreenAsync(edition, entry);
        await organiser.OpenScoringAsync(edition);
        await juror.DeclareAsync(edition);
        await juror.MarkAsync(edition, entry, 5, 5, 5);

        await (await organiser.GetAsync($"/admin/prix/{edition}/dossiers/{entry}")).Form("form[action*=Conflict]").With("JurorId", (await site.InDatabaseAsync(db => db.Set<Juror>().FirstAsync(row => row.PersonId == juror.PersonId))).Id.ToString()).SubmitAsync();

        (await juror.GetAsync($"/jury/{edition}/dossiers/{entry}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.InDatabaseAsync(db => db.Set<Sheet>().CountAsync(sheet => sheet.EntryId == entry))).ShouldBe(0);
        (await site.InDatabaseAsync(db => db.Set<SheetSubmission>().Where(sent => sent.EntryId == entry).OrderBy(sent => sent.Sequence).Select(sent => sent.Act).ToListAsync())).ShouldBe([SheetAct.Submitted, SheetAct.Voided]);
    }

    [Theory, OnBothDatabases]
    public async Task The_table_itself_refuses_a_sheet_of_somebody_who_is_recused(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(), await site.OrganiserAsync());
        var entry = await (await site.SignInAsync()).EnterAsync(edition, "Un dossier");
        var juror = await site.JurorAsync(organiser, edition, "Jurée Liée");
        site.EndCall();
        await organiser.ScreenAsync(edition, entry);
        await organiser.OpenScoringAsync(edition);
        await juror.DeclareAsync(edition, (entry, ConflictKind.Family));

        var written = site.InDatabaseAsync(async db =>
        {
            var pair = await db.Set<JuryPair>().AsNoTracking().SingleAsync(row => row.EntryId == entry);
            pair.Standing.ShouldBe(Standing.Recused);
            db.Add(new Sheet { JurorId = pair.JurorId, EntryId = entry, Abstained = false, Content = "{}", Sequence = 1, AtUtc = DateTime.UnixEpoch });
            await db.SaveChangesAsync();
        });

        await Should.ThrowAsync<DbUpdateException>(written);
    }
}
