using System.Net;
using EssConsult.Prize.Entries;

namespace EssConsult.Prize.Tests;

/// <summary>Whether an entry may take part: by one reader, by two, after a correction.</summary>
public sealed class ScreeningTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task Two_readers_decide_once_they_are_of_one_opinion(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, one, two) = (await site.EditionAsync(part => part["TwoReaders"] = true), await site.OrganiserAsync(), await site.OrganiserAsync());
        var entry = await (await site.SignInAsync()).EnterAsync(edition, "À lire à deux");
        site.EndCall();

        (await one.ScreenAsync(edition, entry)).Text(".notice-title").ShouldBe("Votre avis est enregistré : il en faut un second, du même sens.");
        (await one.ScreenAsync(edition, entry)).Text(".notice-title").ShouldBe("Votre avis est enregistré : il en faut un second, du même sens.");
        (await two.ScreenAsync(edition, entry, "Non recevable", "Hors de la métropole.")).Texts("section[aria-labelledby=recevabilite] li").Count(line => line.Contains("ecevable", StringComparison.Ordinal)).ShouldBe(2);
        (await site.EntryAsync(entry)).State.ShouldBe(EntryState.Submitted);
        await two.ScreenAsync(edition, entry);
        await site.CatchUpAsync();

        var decided = await site.EntryAsync(entry);
        decided.State.ShouldBe(EntryState.Eligible);
        (await site.MailsToAsync(decided.OwnerId)).Count(mail => mail.Contains("remplit les conditions", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_correction_opens_one_entry_until_its_own_deadline_and_then_no_more(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, applicant, other) = (await site.EditionAsync(), await site.OrganiserAsync(), await site.SignInAsync(), await site.SignInAsync());
        var (entry, closed) = (await applicant.EnterAsync(edition, "À corriger"), await other.EnterAsync(edition, "Pas à corriger"));
        site.EndCall();
        var until = Kernel.Data.Clock.ToParis(site.Clock.GetUtcNow().UtcDateTime.AddHours(2)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var page = await organiser.GetAsync($"/admin/prix/{edition}/dossiers/{entry}");
        (await page.Form("form[action*=Correction]").With("Correction", "Le budget manque.").With("Until", "2020-01-01T10:00").SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        await page.Form("form[action*=Correction]").With("Correction", "Le budget manque.").With("Until", until).SubmitAsync();
        await site.CatchUpAsync();

        (await site.MailsToAsync(applicant.PersonId!)).ShouldContain(mail => mail.Contains("Le budget manque.", StringComparison.Ordinal));
        (await other.GetAsync($"/dossiers/{closed}")).Url.AbsolutePath.ShouldEndWith("/recu");
        var form = await applicant.GetAsync($"/dossiers/{entry}");
        form.Text(".notice-warning").ShouldNotBeNull().ShouldContain("Le budget manque.");
        var review = await form.Form("draft-form form").With("PrizeEntry.Budget.Value", "12000").SubmitAsync("Relire avant d’envoyer");
        (await review.Form("main form.form").SubmitAsync("Envoyer de nouveau")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.EntryAsync(entry)).Submissions.ShouldBe(2);
        (await applicant.GetAsync($"/dossiers/{entry}")).Url.AbsolutePath.ShouldEndWith("/recu");
        (await organiser.ScreenAsync(edition, entry)).Text(".notice-title").ShouldBe("Dossier recevable : son auteur est prévenu.");
    }
}
