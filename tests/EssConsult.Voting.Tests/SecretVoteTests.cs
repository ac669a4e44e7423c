using EssConsult.BallotRecord;
using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Secrecy;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Tests;

public sealed class SecretVoteTests(VotingSites sites) : IClassFixture<VotingSites>
{
    private const int Voters = 16;

    [Theory, OnBothDatabases]
    public async Task A_secret_vote_opens_with_both_officers_keys_and_a_wrong_one_changes_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var (first, second, voter) = (await site.OrganiserAsync(), await site.OrganiserAsync(), await site.SignInAsync());
        var id = await site.PrepareAsync(first, TallyMethod.Plurality, "Qui préside ?", "Camille", "Dominique");
        await site.SetAsync(first, id, ("Form.Regime", "Secret"));
        (await first.OpenAsync(id)).Shown("main").ShouldContain("besoin d’une clé d’ouverture");
        var (one, two) = (await first.KeyAsync(id), await second.KeyAsync(id, 2, "une phrase assez longue"));
        var other = KeyFile.Write(id, "autre", SealedBox.NewPrivateKey(), null);
        await first.OpenAsync(id);
        await voter.VoteAsync(id, ("q-q1", "o2"));
        var receipt = Polls.ReceiptOf(await voter.VoteAsync(id, ("q-q1", "o1")));
        await site.CloseAsync();

        (await first.UploadAsync(id, "Count", [one, other], ["", ""])).Shown("main").ShouldContain("n’est pas celle de ce vote");
        (await first.UploadAsync(id, "Count", [one, two], ["", "une autre phrase"])).Shown("main").ShouldContain("n’est pas celle de ce fichier");
        (await first.UploadAsync(id, "Count", [one], [""])).Shown("main").ShouldContain("n’est pas celle de ce vote");
        (await site.VotesAsync(id)).Count.ShouldBe(1);
        (await site.BallotAsync(id)).State.ShouldBe(BallotState.Closed);

        (await first.UploadAsync(id, "Count", [two, one], ["une phrase assez longue", ""])).Shown(".notice-success").ShouldContain("dépouillé");
        BallotResult.Read((await site.BallotAsync(id)).Result!).Questions[0].Tally.Winners.ShouldBe(["o1"]);
        (await voter.GetAsync($"/votes/{id}?recu={receipt}")).Shown("section[aria-labelledby=recu] .notice").ShouldContain("dans l’urne");
        (await voter.GetAsync($"/votes/{id}/recu")).Shown("main").ShouldContain("ne sait plus quel reçu est le vôtre");
        (await voter.GetAsync($"/votes/{id}")).Shown(".notice-warning").ShouldContain("Moins de 5 personnes ont voté");
        foreach (var file in new[] { "bulletins.json", "resultat.json", "comptes.csv" })
        {
            (await voter.GetAsync($"/votes/{id}/{file}")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound, file);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_list_of_four_is_too_short_for_a_secret_vote(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.PrepareAsync(organiser, TallyMethod.Motion, "Le bureau est reconduit ?");
        await site.SetAsync(organiser, id, ("Form.Regime", "Secret"), ("Form.Kind", "Roll"));
        await organiser.KeyAsync(id);
        await (await organiser.GetAsync($"/admin/votes/{id}")).Form("form[action*='handler=Roll']").With("roll", "un@example.org\ndeux@example.org\ntrois@example.org\nquatre@example.org").SubmitAsync("Importer la liste");

        (await organiser.OpenAsync(id)).Shown("main").ShouldContain("Moins de 5 voix");
    }

    /// <summary>
    /// With everything that the database holds but the key: while the vote is open no row tells one choice from another; afterwards no order of
    /// rows, system column or free page joins a voter to a ballot, and no other table, log or mail ever held a choice.
    /// </summary>
    [Theory, OnBothDatabases]
    public async Task A_copy_of_the_database_links_nobody_to_a_choice_neither_before_the_close_nor_after(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var organiser = await site.OrganiserAsync();
        var id = await site.PrepareAsync(organiser, TallyMethod.Plurality, "Qui représente ?", "Camille", "Dominique");
        await site.SetAsync(organiser, id, ("Form.Regime", "Secret"), ("Form.ShowsTurnout", "true"));
        var key = await organiser.KeyAsync(id);
        await organiser.OpenAsync(id);
        var choices = new Dictionary<string, string>();
        for (var voter = 0; voter < Voters; voter++)
        {
            var visitor = await site.SignInAsync();
            choices[visitor.PersonId!] = voter % 2 == 0 ? "o1" : "o2";
            await visitor.VoteAsync(id, ("q-q1", choices[visitor.PersonId!]));
        }

        await site.CatchUpAsync();
        var sealedNow = await site.VotesAsync(id);
        sealedNow.Select(vote => vote.Sealed!.Length).Distinct().ShouldHaveSingleItem();
        sealedNow.Select(vote => Convert.ToHexString(vote.Sealed!)).Distinct().Count().ShouldBe(Voters);
        (await site.DumpAsync("ballot")).Where(HoldsChoice).ShouldBeEmpty();
        site.Log.ToString().ShouldNotContain("[\"o1\"]");

        await site.CloseAsync();
        await organiser.UploadAsync(id, "Count", [key], [""]);
        await site.CatchUpAsync();

        (await site.VotesAsync(id)).ShouldBeEmpty();
        (await site.DumpAsync("ballot", "ballot_box")).Where(HoldsChoice).ShouldBeEmpty();
        (await site.InDatabaseAsync(db => db.Set<BoxBallot>().Where(ballot => ballot.BallotId == id).CountAsync())).ShouldBe(Voters);
        site.Log.ToString().ShouldNotContain("[\"o1\"]");
        foreach (var order in database == Database.Sqlite ? new[] { "rowid" } : ["ctid", "xmin::text, ctid"])
        {
#pragma warning disable EF1003 // The orders are the three above.
            var box = await site.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT choice AS \"Value\" FROM ballot_box WHERE ballot_id = {0} ORDER BY " + order, id).ToListAsync());
            var roll = await site.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT voter_id AS \"Value\" FROM ballot_signature WHERE ballot_id = {0} ORDER BY " + order, id).ToListAsync());
#pragma warning restore EF1003
            roll.ShouldBe(roll.Order(StringComparer.Ordinal));
            box.Zip(roll).Count(pair => pair.First.Contains(choices[pair.Second], StringComparison.Ordinal)).ShouldBeInRange(1, Voters - 1);
        }

        var sampleEnvelope = sealedNow[0].Sealed!.AsSpan(0, 32).ToArray();
        if (database == Database.Sqlite)
        {
            foreach (var file in Directory.EnumerateFiles(site.Folder, "site.db*"))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var copy = new MemoryStream();
                await stream.CopyToAsync(copy);
                copy.ToArray().AsSpan().IndexOf(sampleEnvelope).ShouldBe(-1, file);
            }
        }
        else
        {
            (await site.InDatabaseAsync(db => db.Database.SqlQueryRaw<long>("SELECT pg_relation_size('ballot_vote') AS \"Value\"").SingleAsync())).ShouldBe(0);
            (await site.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT xmin::text AS \"Value\" FROM ballot_box WHERE ballot_id = {0}", id).ToListAsync())).Distinct().ShouldHaveSingleItem();
        }

        return;

        static bool HoldsChoice(string row) => row.Contains("[\"o1\"]", StringComparison.Ordinal) || row.Contains("[\"o2\"]", StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_weight_that_one_voice_alone_bears_is_never_called_secret(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.PrepareAsync(organiser, TallyMethod.Motion, "Les parts sont réparties ?");
        await site.SetAsync(organiser, id, ("Form.Regime", "Secret"), ("Form.Kind", "Roll"));
        await organiser.KeyAsync(id);
        await (await organiser.GetAsync($"/admin/votes/{id}")).Form("form[action*='handler=Roll']").With("roll", "un@example.org;1\ndeux@example.org;1\ntrois@example.org;1\nquatre@example.org;1\ncinq@example.org;7").SubmitAsync("Importer la liste");

        (await organiser.OpenAsync(id)).Shown("main").ShouldContain("trahirait son auteur");
    }
}
