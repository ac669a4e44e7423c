using EssConsult.Prize.Entries;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

/// <summary>Circuits that hear what happens in an edition.</summary>
public sealed class CircuitTests
{
    [Theory, OnBothDatabases]
    public async Task Circuits_hear_of_an_entry_when_it_is_sent_and_eligible_and_of_the_last_sheet(Database database)
    {
        await using var site = await CircuitSites.StartAsync(database, CircuitSites.Telling("EssEntrySubmittedEvent", "Déposé"), CircuitSites.Telling("EssEntryEligibleEvent", "Recevable"), CircuitSites.Telling("EssScoreSheetsCompleteEvent", "Complet"));
        var (edition, organiser, applicant) = (await site.EditionAsync(), await site.OrganiserAsync(), await site.SignInAsync());
        var (entry, refused) = (await applicant.EnterAsync(edition, "Le bon dossier"), await (await site.SignInAsync()).EnterAsync(edition, "L’autre"));
        await (await applicant.GetAsync($"/dossiers/{entry}/envoyer")).Form("main form.form").SubmitAsync("Envoyer de nouveau");
        var (one, two) = (await site.JurorAsync(organiser, edition, "Juré Un"), await site.JurorAsync(organiser, edition, "Jurée Deux"));
        site.EndCall();
        await organiser.ScreenAsync(edition, entry);
        await organiser.ScreenAsync(edition, refused, "Non recevable", "Hors de la métropole.");
        await organiser.OpenScoringAsync(edition);
        await one.DeclareAsync(edition);
        await two.DeclareAsync(edition);
        await one.MarkAsync(edition, entry, 1, 2, 3);
        await site.LookAtCircuitsAsync();
        (await site.ToldAsync("Complet")).ShouldBe(0);

        await two.MarkAsync(edition, entry, 3, 2, 1);
        await two.MarkAsync(edition, entry, 3, 3, 3);

        await Site.UntilAsync(async () =>
        {
            await site.LookAtCircuitsAsync();
            return await site.ToldAsync("Complet") > 0;
        });
        (await site.ToldAsync("Déposé"), await site.ToldAsync("Recevable"), await site.ToldAsync("Complet")).ShouldBe((2, 1, 1));
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_sent_an_entry_hears_what_comes_next_and_the_team_is_reminded_until_it_decides(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.SwitchOnAsync("4entryeligibility");
        await site.SignInAsync("Facilitator");
        var (edition, organiser, applicant, other) = (await site.EditionAsync(), await site.OrganiserAsync(), await site.SignInAsync(), await site.SignInAsync());
        var (decided, left) = (await applicant.EnterAsync(edition, "Le bon dossier"), await other.EnterAsync(edition, "L’oublié"));
        await site.UntilAsync(async () => await site.WaitsAsync() == 8);
        (await NewsAsync(site, applicant.PersonId!)).ShouldBe(1);

        site.EndCall();
        await organiser.ScreenAsync(edition, decided);
        await site.UntilAsync(async () => await site.WaitsAsync() == 4);
        site.Clock.Advance(TimeSpan.FromDays(9));
        await site.UntilAsync(async () => await site.ToldAsync("Recevabilité à décider : dossier n° 2") > 0);
        site.Clock.Advance(TimeSpan.FromDays(9));
        await site.UntilAsync(async () => await site.ToldAsync("Recevabilité toujours pas décidée : dossier n° 2") > 0);
        await site.UntilAsync(async () => await site.WaitsAsync() == 0);

        (await site.ToldAsync("Recevabilité à décider : dossier n° 1")).ShouldBe(0);
        (await site.EntryAsync(left)).State.ShouldBe(EntryState.Submitted);
    }

    private static Task<int> NewsAsync(Site site, string personId) =>
        site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM news WHERE kind = 'circuit' AND person_id = {personId}").SingleAsync());
}
