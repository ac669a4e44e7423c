using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Voting.Casting;
using EssConsult.Voting.PublicVote;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Tests;

/// <summary>A vote that needs no account: one voice for each confirmed mailbox.</summary>
public sealed class PublicVoteTests(VotingSites sites) : IClassFixture<VotingSites>
{
    [Theory, OnBothDatabases]
    public async Task A_ballot_counts_once_its_link_is_followed_and_the_address_is_nowhere_in_the_clear(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, visitor) = (await site.OrganiserAsync(), site.Visitor());
        var id = await site.OpenPublicAsync(organiser);
        (await visitor.GetAsync($"/votes/{id}")).Shown("#verification ~ ul").ShouldContain("6 votes ou plus font le même choix dans la même minute");
        var address = $"lea.{id:N}@exemple.fr";

        (await site.AskAsync(visitor, id, address, "o2")).Shown("h1").ShouldBe("Regardez vos e-mails");

        (await site.VotesAsync(id)).ShouldBeEmpty();
        var link = await site.LinkAsync(address, "confirmer");
        var confirming = await visitor.GetAsync(link);
        confirming.Shown("h1").ShouldBe("Confirmer mon vote");
        confirming.Shown("section[aria-labelledby=bulletin]").ShouldSatisfyAllConditions(text => text.ShouldContain("Une graineterie"), text => text.ShouldContain("Rempli le"));
        (await site.VotesAsync(id)).ShouldBeEmpty("a program that looks at links does not vote");
        var voted = await visitor.ConfirmAsync(link);
        voted.Shown("h1").ShouldBe("Vous avez voté");
        var receipt = Polls.ReceiptOf(voted);
        Polls.ReceiptOf(await site.Visitor().GetAsync(link)).ShouldBe(receipt, "the link shows the receipt again");
        var vote = (await site.VotesAsync(id)).ShouldHaveSingleItem();
        vote.ShouldSatisfyAllConditions(one => one.Choice.ShouldBe("""{"q1":["o2"]}"""), one => one.Receipt.ShouldBe(receipt), one => one.VoterId.ShouldMatch("^[0-9a-f]{64}$"), one => one.PersonId.ShouldBeNull());
        (await visitor.GetAsync($"/votes/{id}?recu={receipt}")).Shown("section[aria-labelledby=recu] .notice").ShouldContain("dans l’urne");
        await site.CatchUpAsync();
        (await site.DumpAsync("mail_message")).Where(row => row.Contains(address, StringComparison.OrdinalIgnoreCase) || row.Contains("127.0.0.1", StringComparison.Ordinal)).ShouldBeEmpty();
        site.Log.ToString().ShouldNotContain(address);
    }

    [Theory, OnBothDatabases]
    public async Task The_screen_says_the_same_whether_a_mailbox_has_voted_or_not_and_the_mail_says_which(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.OpenPublicAsync(organiser, ("Form.Revote", null));
        var (voted, other) = ($"a.{id:N}@exemple.fr", $"b.{id:N}@exemple.fr");
        await site.VoteByMailAsync(id, voted);

        var (again, fresh) = (await site.AskAsync(site.Visitor(), id, voted.ToUpperInvariant(), "o3"), await site.AskAsync(site.Visitor(), id, other, "o3"));

        again.Shown("main").ShouldBe(fresh.Shown("main"));
        again.Url.ShouldBe(fresh.Url);
        (again.Status, again.Document.Title).ShouldBe((fresh.Status, fresh.Document.Title));
        (await site.MailsToAsync(voted.ToUpperInvariant())).ShouldHaveSingleItem().ShouldSatisfyAllConditions(mail => mail.ShouldContain("Vous avez déjà voté"), mail => mail.ShouldNotContain("/confirmer"));
        (await site.MailsToAsync(other)).ShouldHaveSingleItem().ShouldContain("/confirmer");
        (await site.VotesAsync(id)).ShouldHaveSingleItem().Choice.ShouldBe("""{"q1":["o1"]}""");
    }

    [Theory, OnBothDatabases]
    public async Task One_mailbox_under_many_spellings_has_one_vote_and_the_database_refuses_a_second(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.OpenPublicAsync(organiser);
        var name = $"{id:N}";
        await site.VoteByMailAsync(id, $"jo.{name}@gmail.com", "o1");

        var visitor = site.Visitor();
        await site.AskAsync(visitor, id, $"Jo{name}+prix@googlemail.com", "o2");
        (await site.VotesAsync(id)).ShouldHaveSingleItem().Choice.ShouldBe("""{"q1":["o1"]}""", "it is replaced by the confirmed one alone");
        (await site.MailsToAsync($"Jo{name}+prix@googlemail.com")).ShouldHaveSingleItem().ShouldContain("le remplacera");
        await visitor.ConfirmAsync(await site.LinkAsync($"Jo{name}+prix@googlemail.com", "confirmer"));

        var vote = (await site.VotesAsync(id)).ShouldHaveSingleItem();
        vote.Choice.ShouldBe("""{"q1":["o2"]}""");
        (await Should.ThrowAsync<RuleException>(() => site.InDatabaseAsync(async db =>
        {
            db.Add(new Vote { BallotId = id, VoterId = vote.VoterId }).Entity.Put(new SealedChoice(null, "{}", "00000"), Guid.NewGuid());
            await db.SaveChangesAsync();
        }))).Code.ShouldBe(Vote.Twice);
    }

    [Theory, OnBothDatabases]
    public async Task A_link_that_a_later_vote_has_overtaken_changes_nothing_and_one_that_is_followed_twice_at_once_votes_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.OpenPublicAsync(organiser);
        var (address, visitor) = ($"mo.{id:N}@exemple.fr", site.Visitor());
        await site.AskAsync(visitor, id, address, "o1");
        var first = await site.LinkAsync(address, "confirmer");
        await site.AskAsync(visitor, id, address, "o2");
        var second = await visitor.GetAsync(await site.LinkAsync(address, "confirmer"));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => second.Form("main form").SubmitAsync("Confirmer mon vote"))));

        receipts.Select(Polls.ReceiptOf).Distinct().ShouldHaveSingleItem();
        (await visitor.GetAsync(first)).Shown("main").ShouldContain("Ce lien a déjà servi");
        (await site.VotesAsync(id)).ShouldHaveSingleItem().Choice.ShouldBe("""{"q1":["o2"]}""");
        (await visitor.GetAsync($"/votes/{id}/confirmer?jeton=invente")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task What_nobody_confirmed_is_gone_after_a_week_and_a_link_is_dead_once_the_vote_is_closed(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.OpenPublicAsync(organiser, ("Form.Closes", site.Clock.GetUtcNow().UtcDateTime.AddDays(20).ToParis().ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        var (early, late) = ($"tot.{id:N}@exemple.fr", $"tard.{id:N}@exemple.fr");
        await site.AskAsync(site.Visitor(), id, early);
        site.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromHours(1));
        await site.AskAsync(site.Visitor(), id, late);

        await site.RunJobAsync("public-vote-purge");

        (await site.InDatabaseAsync(db => db.Set<AskedVote>().CountAsync(row => row.BallotId == id))).ShouldBe(1);
        (await site.Visitor().GetAsync(await site.LinkAsync(early, "confirmer"))).Shown("main").ShouldContain("n’est plus valable");
        site.Clock.Advance(TimeSpan.FromDays(14));
        (await site.Visitor().GetAsync(await site.LinkAsync(late, "confirmer"))).Shown("main").ShouldContain("Ce vote est clos");
        await site.RunJobAsync("ballot-clock");
        await site.RunJobAsync("public-vote-purge");
        (await site.InDatabaseAsync(db => db.Set<AskedVote>().CountAsync(row => row.BallotId == id))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Seventy_people_behind_one_address_all_pass_within_a_minute_and_one_form_does_not_vote_for_ever(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.OpenPublicAsync(organiser);

        var answers = await Task.WhenAll(Enumerable.Range(0, 70).Select(number => Task.Run(() => site.AskAsync(site.Visitor("10.1.1.1"), id, $"classe-{number}-{id:N}@exemple.fr", reading: TimeSpan.FromMilliseconds(1)))));
        answers.ShouldAllBe(page => page.Text("h1") == "Regardez vos e-mails");

        var review = await (await site.Visitor().GetAsync($"/votes/{id}/voter")).Form("main form.form-wide").With("q-q1", "o1").SubmitAsync("Relire mon vote");
        Page last = review;
        for (var number = 0; number <= AskVote.VotesPerFormAnHour; number++)
        {
            last = await review.Form("main form.form-wide").With("Address", $"robot-{number}-{id:N}@exemple.fr").SubmitAsync("Recevoir le lien pour voter");
        }

        last.Shown("main").ShouldContain("Trop de votes sont venus de ce bulletin");
        last.Status.ShouldBe(System.Net.HttpStatusCode.Conflict);
    }

    [Theory, OnBothDatabases]
    public async Task A_mailbox_is_not_flooded_and_what_is_no_address_is_said_on_the_form(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.OpenPublicAsync(organiser);
        var address = $"cible.{id:N}@exemple.fr";
        for (var times = 0; times < AskVote.MailsAnHour + 3; times++)
        {
            (await site.AskAsync(site.Visitor(), id, address)).Shown("h1").ShouldBe("Regardez vos e-mails");
        }

        (await site.MailsToAsync(address)).Count.ShouldBe(AskVote.MailsAnHour);
        await site.AskAsync(site.Visitor("10.2.2.2"), id, address, "o3");
        (await site.MailsToAsync(address)).Count.ShouldBe(AskVote.MailsAnHour + 1, "the owner is elsewhere");
        var wrong = await site.AskAsync(site.Visitor(), id, "pas une adresse");
        wrong.Shown("#Address-error").ShouldContain("Écrivez une adresse e-mail");
        wrong.Shown("#relire ~ ul").ShouldContain("Un four à pain", Case.Sensitive, "the ballot is not lost");
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_casts_without_the_mail_nor_opens_such_a_vote_as_a_secret_one_or_with_a_quorum(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.PreparePublicAsync(organiser, ("Form.Quorum", "10"));
        (await organiser.OpenAsync(id)).Shown("main").ShouldContain("un quorum ne peut pas se calculer");
        await site.SetAsync(organiser, id, ("Form.Quorum", ""));
        (await (await organiser.GetAsync($"/admin/votes/{id}/verification")).Form("form[action*='handler=Save']").With("Form.BurstPerMinute", "9").SubmitAsync("Enregistrer")).Shown(".notice-success").ShouldContain("Critères enregistrés");
        await organiser.OpenAsync(id);
        (await site.BallotAsync(id)).Plan.Screening!.BurstPerMinute.ShouldBe(9);
        (await site.Visitor().FileAsync($"/votes/{id}/regle.json")).ShouldContain("\"burstPerMinute\":9");

        var visitor = await site.SignInAsync();
        var review = await (await visitor.GetAsync($"/votes/{id}/voter")).Form("main form.form-wide").With("q-q1", "o1").SubmitAsync("Relire mon vote");
        var request = review.Form("main form.form-wide").With("Address", "x@exemple.fr").Press("Recevoir le lien pour voter");
        request.RequestUri = new Uri($"/votes/{id}/voter?handler=Cast", UriKind.Relative);
        (await visitor.SendAsync(request)).Shown("main").ShouldContain("se confirme par une adresse");
        (await site.VotesAsync(id)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_asks_for_an_address_to_be_forgotten_takes_its_vote_along_while_the_vote_is_open(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.OpenPublicAsync(organiser);
        var (leaving, staying) = ($"part.{id:N}@exemple.fr", $"reste.{id:N}@exemple.fr");
        await site.VoteByMailAsync(id, leaving, "o1");
        await site.VoteByMailAsync(id, staying, "o2");

        await site.UseAsync<IServiceProvider>(async services =>
        {
            var data = ((IEnumerable<IAddressData>)services.GetService(typeof(IEnumerable<IAddressData>))!).Single(one => one.Name == "votes-par-adresse");
            System.Text.Json.JsonSerializer.Serialize(await data.ExportAsync(leaving.ToUpperInvariant(), default)).ShouldContain("Quel projet");
            var db = (SiteDb)services.GetService(typeof(SiteDb))!;
            await using var write = await db.BeginWriteAsync(default);
            await data.EraseAsync(leaving, default);
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });

        (await site.VotesAsync(id)).ShouldHaveSingleItem().Choice.ShouldBe("""{"q1":["o2"]}""");
    }

    [Theory, OnBothDatabases]
    public async Task Each_hour_is_written_once_and_anybody_reckons_its_print_from_the_receipts(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.OpenPublicAsync(organiser);
        var address = $"h.{id:N}@exemple.fr";
        await site.VoteByMailAsync(id, address, "o1");
        await NextHourAsync(site);
        await site.VoteByMailAsync(id, address, "o2");
        await site.VoteByMailAsync(id, $"i.{id:N}@exemple.fr", "o2");
        await site.CloseAsync();
        await site.RunJobAsync("ballot-screening");
        await site.RunJobAsync("ballot-hours");

        var hours = await site.HoursAsync(id);
        hours.Select(hour => hour.Received).ShouldBe([1, 2]);
        foreach (var sql in new[] { "UPDATE ballot_hour SET received = 7", "DELETE FROM ballot_hour" })
        {
            await Should.ThrowAsync<System.Data.Common.DbException>(() => site.ExecuteAsync(sql));
        }

        (await site.Visitor().GetAsync($"/votes/{id}/recus-heures.csv")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await organiser.CountAsync(id);
        var page = await site.Visitor().GetAsync($"/votes/{id}");
        page.Texts("section[aria-labelledby=heures] tbody code").ShouldBe(hours.Select(hour => hour.BoxHash).Reverse());
        (await site.Visitor().FileAsync($"/votes/{id}/heures.csv")).ShouldContain($";2;0;0;0;0;0;0;0;{hours[1].BoxHash}");
        var lines = (await site.Visitor().FileAsync($"/votes/{id}/recus-heures.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')).ToList();
        lines.Count.ShouldBe(3);
        foreach (var hour in hours)
        {
            var at = hour.HourUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
            EssConsult.BallotRecord.BallotRule.HashOf(string.Join('\n', lines.Where(line => string.CompareOrdinal(line[1], at) <= 0 && (line[2].Length == 0 || string.CompareOrdinal(line[2], at) > 0)).Select(line => line[0]).Order(StringComparer.Ordinal))).ShouldBe(hour.BoxHash);
        }

        EssConsult.BallotRecord.BallotRule.HashOf(await site.Visitor().FileAsync($"/votes/{id}/recus.txt")).ShouldBe(hours[^1].BoxHash);
    }

    [Theory, OnBothDatabases]
    public async Task Hours_are_shown_to_nobody_where_turnout_is_not_public(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.OpenPublicAsync(organiser, ("Form.ShowsTurnout", null));
        await site.VoteByMailAsync(id, $"n.{id:N}@exemple.fr");
        await NextHourAsync(site);

        (await site.HoursAsync(id)).Count.ShouldBe(1);
        (await site.Visitor().GetAsync($"/votes/{id}")).Has("section[aria-labelledby=heures]").ShouldBeFalse();
        (await site.Visitor().GetAsync($"/votes/{id}/heures.csv")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task After_the_count_the_addresses_go_and_after_the_appeal_delay_the_key(Database database)
    {
        var site = await sites.OnAsync(database);
        var organiser = await site.OrganiserAsync();
        var id = await site.OpenPublicAsync(organiser);
        await site.VoteByMailAsync(id, $"f.{id:N}@exemple.fr");
        await site.CloseAsync();
        await site.RunJobAsync("ballot-screening");
        (await organiser.CountAsync(id)).Shown(".notice-success").ShouldContain("dépouillé");

        await site.RunJobAsync("public-vote-purge");
        (await site.InDatabaseAsync(db => db.Set<VoteOrigin>().Where(origin => origin.BallotId == id).ToListAsync())).ShouldHaveSingleItem().Traits.SealedAddress.ShouldBeNull();
        (await site.InDatabaseAsync(db => db.Set<PublicBallot>().FirstAsync(row => row.BallotId == id))).SealedKey.ShouldNotBeNull();
        site.Clock.Advance(TimeSpan.FromDays(16));
        await site.RunJobAsync("ballot-clock");
        await site.RunJobAsync("public-vote-purge");

        (await site.InDatabaseAsync(db => db.Set<PublicBallot>().FirstAsync(row => row.BallotId == id))).SealedKey.ShouldBeNull();
        (await site.InDatabaseAsync(db => db.Set<VoteOrigin>().CountAsync(origin => origin.BallotId == id))).ShouldBe(0);
    }

    private static async Task NextHourAsync(Site site)
    {
        var now = site.Clock.GetUtcNow().UtcDateTime;
        site.Clock.Advance(now.Date.AddHours(now.Hour + 1).AddMinutes(1) - now);
        await site.RunJobAsync("ballot-hours");
    }
}
