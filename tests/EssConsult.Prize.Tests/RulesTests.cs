using System.Net;
using System.Security.Cryptography;
using System.Text;
using EssConsult.Content.Contracts;
using EssConsult.JuryRecord;
using EssConsult.Kernel.Data;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Prize.Tests;

/// <summary>What applicants accept, what readers tick, what may be contested, what an entry chooses, and the copy that one keeps.</summary>
public sealed class RulesTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task Rules_are_accepted_by_version_and_a_new_one_asks_again_at_the_next_sending(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, applicant) = (await site.EditionAsync(part => (part["RulesText"], part["Statement"]) = ("Un dossier par structure.", "Tout est exact.")), await site.SignInAsync());
        var review = await WriteAsync(applicant, edition, "Un projet");
        (await review.Form("main form.form").SubmitAsync("Envoyer mon dossier")).Status.ShouldBe(HttpStatusCode.Conflict);
        var receipt = await AcceptAll(review).SubmitAsync("Envoyer mon dossier");
        var id = Guid.Parse(receipt.Url.Segments[^2].TrimEnd('/'));
        receipt.Texts("details.small summary").ShouldBe(["Accepté : Règlement, version 1", "Accepté : Attestation sur l’honneur, version 1"]);

        await RepublishAsync(site, edition, part => part["RulesText"] = "Deux dossiers par structure.");
        var again = await applicant.GetAsync($"/dossiers/{id}/envoyer");
        again.Texts("details.fieldset summary").Single().ShouldStartWith("Règlement (version 2");
        (await again.Form("main form.form").SubmitAsync("Envoyer de nouveau")).Status.ShouldBe(HttpStatusCode.Conflict);
        await AcceptAll(again).SubmitAsync("Envoyer de nouveau");
        (await applicant.GetAsync($"/dossiers/{id}/envoyer")).Has("input[name=Accepted]").ShouldBeFalse();

        var sent = await site.InDatabaseAsync(db => db.Set<EntrySubmission>().Where(row => row.EntryId == id).OrderBy(row => row.Sequence).Select(row => row.Content).ToListAsync());
        sent.Select(text => EntryText.Read(text).Accepted.Select(terms => terms.Version)).ShouldBe([[1, 1], [2, 1]]);
        (await site.InDatabaseAsync(db => db.Set<EditionTerms>().Where(terms => terms.EditionId == edition && terms.Kind == TermsKind.Rules).OrderBy(terms => terms.Version).Select(terms => terms.Text).ToListAsync())).ShouldBe(["Un dossier par structure.", "Deux dossiers par structure."]);
    }

    [Theory, OnBothDatabases]
    public async Task An_entry_chooses_one_category_which_sorts_the_lists_and_the_gallery(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, applicant) = (await site.EditionAsync(part => part["Categories"] = "Habiter\nManger\n"), await site.OrganiserAsync(), await site.SignInAsync());
        var form = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        var filled = form.Form("draft-form form").With("Title", "La conserverie").With("PrizeEntry.Project.Markdown", "Oui.").With("PrizeEntry.Novelty.Markdown", "Oui.").With("PrizeEntry.Territory.Text", "Nantes");
        (await filled.SubmitAsync("Relire avant d’envoyer")).Text("#Category-error").ShouldBe("Choisissez une catégorie.");
        var review = await (await applicant.GetAsync(form.Url.PathAndQuery)).Form("draft-form form").With("Category", "Manger").SubmitAsync("Relire avant d’envoyer");
        var id = Guid.Parse((await review.Form("main form.form").SubmitAsync("Envoyer mon dossier")).Url.Segments[^2].TrimEnd('/'));
        site.EndCall();
        await organiser.ScreenAsync(edition, id);
        await (await organiser.GetAsync($"/admin/prix/{edition}")).Form("form[action*=Gallery]").SubmitAsync();
        await site.CatchUpAsync();

        (await organiser.GetAsync($"/admin/prix/{edition}/dossiers?categorie=Habiter")).Texts("a.row-title").ShouldBeEmpty();
        (await organiser.GetAsync($"/admin/prix/{edition}/dossiers?categorie=Manger")).Texts("a.row-title").ShouldBe(["La conserverie"]);
        (await site.Visitor().GetAsync($"/prix/{edition}/galerie?categorie=Habiter")).Texts(".card h2").ShouldBeEmpty();
        (await site.Visitor().GetAsync($"/prix/{edition}/galerie?categorie=Manger")).Texts(".card h2").ShouldBe(["La conserverie"]);
    }

    [Theory, OnBothDatabases]
    public async Task Each_condition_is_ticked_or_the_reason_says_why_the_entry_is_eligible_all_the_same(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(), await site.OrganiserAsync());
        var entry = await (await site.SignInAsync()).EnterAsync(edition, "Une condition manque");
        site.EndCall();
        async Task<Page> DecideAsync(string? reason)
        {
            var form = (await organiser.GetAsync($"/admin/prix/{edition}/dossiers/{entry}")).Form("section[aria-labelledby=recevabilite] form").With("Met", "1");
            return await (reason is null ? form : form.With("Reason", reason)).SubmitAsync("Recevable");
        }

        (await DecideAsync(null)).Text("#Reason-error").ShouldNotBeNull().ShouldStartWith("Cochez chaque condition remplie.");
        (await site.EntryAsync(entry)).State.ShouldBe(EntryState.Submitted);
        (await DecideAsync("Le siège déménage ici en mai.")).Texts("section[aria-labelledby=recevabilite] li").Single().ShouldContain("Conditions remplies : 1 sur 2");

        var read = await site.InDatabaseAsync(db => db.Set<Screening>().AsNoTracking().SingleAsync(row => row.EntryId == entry));
        ReadCondition.Read(read.Conditions).ShouldBe([new ReadCondition("Siège dans la métropole", false), new ReadCondition("Projet de moins de trois ans", true)]);
        var kept = await site.EntryAsync(entry);
        (kept.State, kept.Reason).ShouldBe((EntryState.Eligible, null));
    }

    [Theory, OnBothDatabases]
    public async Task A_refusal_is_contested_within_its_days_and_decided_by_somebody_who_did_not_read_the_entry(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, reader, other) = (await site.EditionAsync(part => part["AppealDays"] = 7), await site.OrganiserAsync(), await site.OrganiserAsync());
        var (first, second) = (await site.SignInAsync(), await site.SignInAsync());
        var (upheld, rejected, stays) = (await first.EnterAsync(edition, "Recours accepté"), await second.EnterAsync(edition, "Recours rejeté"), await (await site.SignInAsync()).EnterAsync(edition, "Sans recours"));
        var juror = await site.JurorAsync(reader, edition, "Juré Un");
        site.EndCall();
        await reader.ScreenAsync(edition, upheld, "Non recevable", "Hors de la métropole.");
        await reader.ScreenAsync(edition, rejected, "Non recevable", "Projet trop ancien.");
        await reader.ScreenAsync(edition, stays);
        (await reader.OpenScoringAsync(edition)).Text(".error-summary, .notice-error").ShouldNotBeNull().ShouldContain("Le délai de recours");
        (await (await first.GetAsync($"/dossiers/{upheld}/recu")).Form("form[action*=Appeal]").With("appeal", "Le siège est à Rezé.").SubmitAsync()).Html.ShouldContain("Votre recours attend sa décision");
        await (await second.GetAsync($"/dossiers/{rejected}/recu")).Form("form[action*=Appeal]").With("appeal", "Il a deux ans.").SubmitAsync();
        (await first.GetAsync($"/dossiers/{upheld}/recu")).Has("form[action*=Appeal]").ShouldBeFalse();
        (await reader.OpenScoringAsync(edition)).Text(".error-summary, .notice-error").ShouldNotBeNull().ShouldContain("Un recours attend");
        (await reader.GetAsync($"/admin/prix/{edition}/dossiers/{upheld}")).Has("form[action*=Appeal]").ShouldBeFalse();
        (await Should.ThrowAsync<RuleException>(site.UseAsync<IServiceProvider>(async services =>
        {
            // Two windows at once meet the table itself.
            var db = services.GetRequiredService<SiteDb>();
            db.Add(new Appeal { EntryId = upheld, Text = "Encore", AtUtc = DateTime.UnixEpoch, ById = first.PersonId! });
            await db.SaveChangesAsync();
        }))).Code.ShouldBe("appeal.twice");

        (await (await other.GetAsync($"/admin/prix/{edition}/dossiers/{upheld}")).Form("form[action*=Appeal]").SubmitAsync("Accepter le recours")).Text("#AppealReason-error").ShouldNotBeNull();
        await (await other.GetAsync($"/admin/prix/{edition}/dossiers/{upheld}")).Form("form[action*=Appeal]").With("AppealReason", "Rezé est dans la métropole.").SubmitAsync("Accepter le recours");
        await (await other.GetAsync($"/admin/prix/{edition}/dossiers/{rejected}")).Form("form[action*=Appeal]").With("AppealReason", "Il a quatre ans.").SubmitAsync("Rejeter le recours");
        await site.CatchUpAsync();

        ((await site.EntryAsync(upheld)).State, (await site.EntryAsync(rejected)).State).ShouldBe((EntryState.Eligible, EntryState.Ineligible));
        (await site.MailsToAsync(second.PersonId!)).ShouldContain(mail => mail.Contains("Il a quatre ans.", StringComparison.Ordinal));
        (await site.MailsToAsync(first.PersonId!)).ShouldContain(mail => mail.Contains("remplit les conditions", StringComparison.Ordinal));
        (await reader.OpenScoringAsync(edition)).Text(".notice-title").ShouldBe("La notation est ouverte : la règle est figée, le jury est prévenu.");
        await juror.DeclareAsync(edition);
        await juror.MarkAsync(edition, upheld, 5, 5, 5);
        await juror.MarkAsync(edition, stays, 1, 1, 1);
        await reader.CloseScoringAsync(edition);
        await (await reader.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Freeze]").SubmitAsync();
        await (await reader.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Award]").With("EntryId", upheld.ToString()).With("Name", "Lauréat").SubmitAsync();
        await (await reader.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Announce]").SubmitAsync();
        (Encoding.ASCII.GetString(await first.Client.GetByteArrayAsync($"/dossiers/{upheld}/certificat.pdf"), 0, 5), (await second.GetAsync($"/dossiers/{rejected}/certificat.pdf")).Status).ShouldBe(("%PDF-", HttpStatusCode.NotFound));
        (await first.GetAsync($"/dossiers/{upheld}/recu")).Has("a[href$='/certificat.pdf']").ShouldBeTrue();
        var root = await site.InDatabaseAsync(db => db.Set<Edition>().Where(row => row.ContentItemId == edition).Select(row => row.RecordRoot).SingleAsync());
        var verdict = EditionCheck.Of(await reader.Client.GetByteArrayAsync($"/admin/prix/{edition}/registre.json"), root);
        (verdict.Faults.Count, verdict.Laureates.Single().Title).ShouldBe((0, "Recours accepté"));
        (await site.InDatabaseAsync(db => db.Set<RecordedAct>().Where(act => act.EditionId == edition).Select(act => act.Content).ToListAsync())).Count(act => act.Contains("\"act\":\"appeal", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task The_copy_of_what_was_sent_is_a_pdf_with_its_hash_for_its_applicants_alone(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, applicant) = (await site.EditionAsync(), await site.SignInAsync());
        var id = await applicant.EnterAsync(edition, "Un dossier à garder");

        var (copy, again) = (await applicant.Client.GetByteArrayAsync($"/dossiers/{id}/copie.pdf"), await applicant.Client.GetByteArrayAsync($"/dossiers/{id}/copie.pdf"));

        (Encoding.ASCII.GetString(copy, 0, 5), SHA256.HashData(copy).AsSpan().SequenceEqual(SHA256.HashData(again))).ShouldBe(("%PDF-", true));
        (await (await site.SignInAsync()).GetAsync($"/dossiers/{id}/copie.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Page> WriteAsync(Visitor applicant, string edition, string title)
    {
        var form = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        return await form.Form("draft-form form").With("Title", title).With("PrizeEntry.Project.Markdown", "Oui.").With("PrizeEntry.Novelty.Markdown", "Oui.").With("PrizeEntry.Territory.Text", "Nantes").SubmitAsync("Relire avant d’envoyer");
    }

    private static Form AcceptAll(Page review)
    {
        var form = review.Form("main form.form");
        foreach (var terms in review.Document.QuerySelectorAll("input[name=Accepted]"))
        {
            form.With("Accepted", terms.GetAttribute("value")!);
        }

        return form;
    }

    private static async Task RepublishAsync(Site site, string edition, Action<System.Text.Json.Nodes.JsonObject> change)
    {
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var item = (await store.FindAsync(edition, ContentVersion.Published, default))!;
            change((System.Text.Json.Nodes.JsonObject)item.Content["PrizePart"]!);
            await store.PublishAsync(item, default);
            await services.GetRequiredService<SiteDb>().SaveChangesAsync();
        });
        await site.CatchUpAsync();
    }
}
