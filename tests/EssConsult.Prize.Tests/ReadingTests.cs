using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

public sealed class ReadingTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task So_many_readers_an_entry_are_drawn_evenly_and_a_recusal_is_filled_without_moving_anybody(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(part => part["Readers"] = 2), await site.OrganiserAsync());
        var entries = new List<Guid>();
        for (var number = 0; number < 4; number++)
        {
            entries.Add(await (await site.SignInAsync()).EnterAsync(edition, $"Dossier {number}"));
        }

        var jurors = new List<Visitor>();
        for (var number = 0; number < 4; number++)
        {
            jurors.Add(await site.JurorAsync(organiser, edition, $"Juré {number}"));
        }

        site.EndCall();
        foreach (var entry in entries)
        {
            await organiser.ScreenAsync(edition, entry);
        }

        await organiser.OpenScoringAsync(edition);
        var before = await PairsAsync(site, edition);
        before.Count.ShouldBe(8);
        before.GroupBy(pair => pair.JurorId).Select(mine => mine.Count()).ShouldBe([2, 2, 2, 2]);
        before.GroupBy(pair => pair.EntryId).Select(readers => readers.Count()).ShouldBe([2, 2, 2, 2]);

        var leaving = before[0];
        var juror = await site.InDatabaseAsync(db => db.Set<Juror>().FirstAsync(row => row.Id == leaving.JurorId));
        await jurors.Single(visitor => visitor.PersonId == juror.PersonId).DeclareAsync(edition, (leaving.EntryId, ConflictKind.Family));

        var after = await PairsAsync(site, edition);
        after.Count(pair => pair.EntryId == leaving.EntryId).ShouldBe(2);
        before.Where(pair => pair != leaving).Except(after).ShouldBeEmpty();
        after.ShouldNotContain(leaving);
    }

    [Theory, OnBothDatabases]
    public async Task Too_few_jurors_are_told_with_the_reason_and_nothing_opens(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(part => part["Readers"] = 3), await site.OrganiserAsync());
        var entry = await (await site.SignInAsync()).EnterAsync(edition, "Un seul dossier");
        await site.JurorAsync(organiser, edition, "Juré Seul");
        site.EndCall();
        await organiser.ScreenAsync(edition, entry);

        var refused = await organiser.OpenScoringAsync(edition);

        refused.Text(".error-summary, .notice-error").ShouldNotBeNull().ShouldContain("1 dossiers ne peuvent aller qu’à 1 membres du jury, qui ont 1 places pour 3 lectures");
        (await PairsAsync(site, edition)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Jurors_who_share_no_entry_are_told_which_reading_would_have_joined_them(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(part => (part["Readers"], part["MostPerJuror"]) = (1, 1)), await site.OrganiserAsync());
        var entries = new[] { await (await site.SignInAsync()).EnterAsync(edition, "Chez l’un"), await (await site.SignInAsync()).EnterAsync(edition, "Chez l’autre") };
        var jurors = new[] { await site.JurorAsync(organiser, edition, "Juré Un"), await site.JurorAsync(organiser, edition, "Jurée Deux") };
        site.EndCall();
        foreach (var entry in entries)
        {
            await organiser.ScreenAsync(edition, entry);
        }

        await organiser.OpenScoringAsync(edition);
        foreach (var (jurorId, entryId) in await PairsAsync(site, edition))
        {
            var person = await site.InDatabaseAsync(db => db.Set<Juror>().Where(row => row.Id == jurorId).Select(row => row.PersonId).SingleAsync());
            var juror = jurors.Single(visitor => visitor.PersonId == person);
            await juror.DeclareAsync(edition);
            await juror.MarkAsync(edition, entryId, 3, 2, 1);
        }

        await organiser.CloseScoringAsync(edition);
        (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Texts(".insight li").ShouldHaveSingleItem().ShouldContain("lu aussi par Jur");
    }

    private static async Task<List<(Guid JurorId, Guid EntryId)>> PairsAsync(Site site, string edition) => [.. (await site.InDatabaseAsync(db =>
        db.Set<JuryPair>().AsNoTracking().Where(pair => pair.EditionId == edition && pair.Standing == Standing.Assigned).OrderBy(pair => pair.EntryId).ThenBy(pair => pair.JurorId).ToListAsync())).Select(pair => (pair.JurorId, pair.EntryId))];
}
