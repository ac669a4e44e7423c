using System.Net;
using System.Text.RegularExpressions;
using EssConsult.Kernel.Data;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

/// <summary>Entries that several people write, and entries that come late by a code.</summary>
public sealed partial class TogetherTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task Whoever_is_invited_writes_the_same_draft_by_their_own_sign_in_and_stands_on_the_receipt(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, first, second) = (await site.EditionAsync(), await site.SignInAsync(), await site.SignInAsync());
        var draft = await (await first.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        var id = Guid.Parse(draft.Url.Segments[^1]);
        (await second.GetAsync($"/dossiers/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await JoinAsync(site, first, second, id);
        var (theirs, mine) = (await second.GetAsync($"/dossiers/{id}"), await first.GetAsync($"/dossiers/{id}"));
        await theirs.Form("draft-form form").With("Title", "Écrit à deux").SubmitAsync("Enregistrer le brouillon");
        (await mine.Form("draft-form form").With("Title", "Écrit seul").SubmitAsync("Enregistrer le brouillon")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await second.GetAsync("/compte/dossiers")).Texts("tbody th").ShouldBe(["Écrit à deux"]);
        var review = await (await second.GetAsync($"/dossiers/{id}")).Form("draft-form form").With("PrizeEntry.Project.Markdown", "Oui.").With("PrizeEntry.Novelty.Markdown", "Oui.").With("PrizeEntry.Territory.Text", "Rezé").SubmitAsync("Relire avant d’envoyer");
        var receipt = await review.Form("main form.form").SubmitAsync("Envoyer mon dossier");
        await site.CatchUpAsync();

        receipt.Html.ShouldContain("Déposé ensemble par");
        (await site.MailsToAsync(first.PersonId!)).ShouldContain(mail => mail.Contains("Écrit à deux", StringComparison.Ordinal));
        (await site.MailsToAsync(second.PersonId!)).ShouldContain(mail => mail.Contains("Écrit à deux", StringComparison.Ordinal));
        var sent = await site.InDatabaseAsync(db => db.Set<EntrySubmission>().Where(row => row.EntryId == id).Select(row => row.Content).SingleAsync());
        EntryText.Read(sent).People.ShouldBe(new[] { first.PersonId!, second.PersonId! }.Order(StringComparer.Ordinal));
        await (await first.GetAsync($"/dossiers/{id}/equipe")).Form("form[action*=Remove]").SubmitAsync();
        (await second.GetAsync($"/dossiers/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_writes_an_entry_with_others_is_recused_from_it_in_the_jury_and_in_the_team(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, applicant, writing) = (await site.EditionAsync(), await site.OrganiserAsync(), await site.SignInAsync(), await site.OrganiserAsync());
        var entry = await applicant.EnterAsync(edition, "À plusieurs");
        var juror = await site.JurorAsync(organiser, edition, "Jurée Qui Dépose");
        await JoinAsync(site, applicant, writing, entry);
        await JoinAsync(site, applicant, juror, entry);
        await site.CatchUpAsync();
        site.EndCall();

        (await writing.GetAsync($"/admin/prix/{edition}/dossiers/{entry}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await organiser.ScreenAsync(edition, entry);
        (await organiser.GetAsync($"/admin/prix/{edition}/dossiers/{entry}")).Html.ShouldContain("dépose ce dossier avec d’autres");
        await organiser.OpenScoringAsync(edition);
        await juror.DeclareAsync(edition);
        (await juror.GetAsync($"/jury/{edition}/dossiers/{entry}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.InDatabaseAsync(db => db.Set<JuryPair>().Where(pair => pair.EntryId == entry).Select(pair => pair.Standing).SingleAsync())).ShouldBe(Standing.Recused);
    }

    [Theory, OnBothDatabases]
    public async Task A_late_code_lets_one_person_in_once_and_is_told_to_the_chair_and_in_the_minutes(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, late, other) = (await site.EditionAsync(), await site.OrganiserAsync(), await site.SignInAsync(), await site.SignInAsync());
        var (address, chair) = (await AddressAsync(site, late), await site.JurorAsync(organiser, edition, "Présidente"));
        await (await organiser.GetAsync($"/admin/prix/{edition}")).Form("form[action*=Preside], form.row-actions").SubmitAsync("Confier la présidence");
        site.EndCall();
        var until = Clock.ToParis(site.Clock.GetUtcNow().UtcDateTime.AddHours(5)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var form = await organiser.GetAsync($"/admin/prix/{edition}/retards");
        (await form.Form("form.form").With("Email", address).With("Until", until).SubmitAsync()).Text("#Reason-error").ShouldBe("Dites pourquoi : la raison sera au procès-verbal.");
        await form.Form("form.form").With("Email", address).With("Reason", "Panne du site le dernier soir.").With("Until", until).SubmitAsync();
        var code = Codes().Match(await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM mail_message WHERE recipient = {address} AND text LIKE '%usage unique%'").SingleAsync())).Value;

        (await (await other.GetAsync($"/prix/{edition}/retard")).Form("main form.form").With("Code", code).SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await organiser.OpenScoringAsync(edition)).Status.ShouldBe(HttpStatusCode.Conflict);
        var page = await late.GetAsync($"/prix/{edition}/retard");
        var opened = await page.Form("main form.form").With("Code", code.ToLowerInvariant()).SubmitAsync();
        (await page.Form("main form.form").With("Code", code).SubmitAsync()).Text("#Code-error").ShouldBe("Ce code a déjà servi.");
        var review = await opened.Form("draft-form form").With("Title", "En retard").With("PrizeEntry.Project.Markdown", "Oui.").With("PrizeEntry.Novelty.Markdown", "Oui.").With("PrizeEntry.Territory.Text", "Rezé").SubmitAsync("Relire avant d’envoyer");
        (await review.Form("main form.form").SubmitAsync("Envoyer mon dossier")).Text(".tag").ShouldBe("Déposé");
        var entry = Guid.Parse(opened.Url.Segments[^1]);
        var shown = await chair.GetAsync($"/jury/{edition}/retards");
        (shown.Texts("tbody th").Single(), shown.Html.Contains(address, StringComparison.Ordinal)).ShouldBe(("Panne du site le dernier soir.", false));
        (await late.GetAsync($"/jury/{edition}/retards")).Status.ShouldBe(HttpStatusCode.NotFound);

        await organiser.ScreenAsync(edition, entry);
        await organiser.OpenScoringAsync(edition);
        await chair.DeclareAsync(edition);
        await chair.MarkAsync(edition, entry, 3, 3, 3);
        await organiser.CloseScoringAsync(edition);
        (await organiser.GetAsync($"/admin/prix/{edition}/proces-verbal")).Text("section[aria-labelledby=pv-retards] li").ShouldNotBeNull().ShouldEndWith("Panne du site le dernier soir. (dossier n° 1)");
        (await site.InDatabaseAsync(db => db.Set<LateCode>().Where(row => row.EditionId == edition).Select(row => row.Hash).SingleAsync())).ShouldNotContain(code.Replace("-", string.Empty, StringComparison.Ordinal));
    }

    private static async Task JoinAsync(Site site, Visitor owner, Visitor invited, Guid entry)
    {
        var address = $"co-{Guid.NewGuid():N}@exemple.fr";
        await (await owner.GetAsync($"/dossiers/{entry}/equipe")).Form("form[action*=Invite]").With("Email", address).SubmitAsync();
        await site.CatchUpAsync();
        var mail = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM mail_message WHERE recipient = {address}").SingleAsync());
        var link = new Uri(Links().Match(mail).Value).PathAndQuery;
        (await site.Visitor().GetAsync(link)).Has("main form button").ShouldBeFalse();
        (await (await invited.GetAsync(link)).Form("main form.form").SubmitAsync("Rejoindre ce dossier")).Status.ShouldBe(HttpStatusCode.OK);
        (await (await site.SignInAsync()).GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<string> AddressAsync(Site site, Visitor visitor) => site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT email AS \"Value\" FROM person WHERE id = {visitor.PersonId}").SingleAsync());

    [GeneratedRegex(@"https?://\S+/dossiers/invitation\?jeton=[^\s)]+")]
    private static partial Regex Links();

    [GeneratedRegex("[A-Z2-9]{4}(-[A-Z2-9]{4}){3}")]
    private static partial Regex Codes();
}
