using System.Data.Common;
using System.Net;
using EssConsult.BallotRecord;
using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Tests;

/// <summary>A motion in a plenary: put to the vote, voted with tickets, on a tablet, by hands, closed, counted, and in the minutes.</summary>
public sealed class RoomTests(VotingSites sites) : IClassFixture<VotingSites>
{
    private const int Tables = 12;

    [Theory, OnBothDatabases]
    public async Task A_motion_is_put_voted_with_tickets_closed_and_counted_each_in_one_press_and_goes_to_the_minutes(Database database)
    {
        var site = await sites.OnAsync(database);
        var (chair, second, reader) = (await site.ChairAsync(), await site.OfficerAsync(), site.Visitor());
        var plenary = await site.PlenaryAsync("Plénière du vote " + database);
        var (anna, bob, carl, dora) = (await site.LetInAsync(chair, plenary, "Anna Billet"), await site.LetInAsync(chair, plenary, "Bob Billet"), await site.LetInAsync(chair, plenary, "Carl Papier"), await site.LetInAsync(chair, plenary, "Dora Main"));
        var wording = $"Le calendrier est adopté ({database})";
        var id = await site.PutAsync(chair, plenary, wording, quorum: 75);

        var path = await site.InDatabaseAsync(db => db.Set<Registration.Contracts.EventRow>().Where(row => row.ContentItemId == plenary).Select(row => row.Path).SingleAsync());
        (await reader.GetAsync("/" + path)).Shown("main").ShouldContain("Je vote");
        Polls.ReceiptOf(await site.Visitor().VoteByCodeAsync(id, anna, "for")).ShouldNotBeEmpty();
        (await site.Visitor().VoteByCodeAsync(id, anna, "against")).Shown("main").ShouldContain("Vous avez déjà voté");
        await site.Visitor().VoteByCodeAsync(id, bob, "against");
        (await second.SignOffAsync(id, carl)).Shown(".notice-success").ShouldContain("Carl Papier a émargé");
        (await second.SignOffAsync(id, "dora")).Shown(".notice-success").ShouldContain("Dora Main a émargé");
        (await site.Visitor().VoteByCodeAsync(id, dora, "for")).Shown("main").ShouldContain("déjà voté au bureau de vote");
        (await reader.GetAsync($"/votes/{id}/ecran")).Shown(".big-turnout").ShouldBe("4");

        (await chair.PressAsync(plenary, id, "Clore le vote")).Shown(".notice-success").ShouldContain("clos");
        var batch = await second.EnterAsync(id, "Hands", "Mains levées", null, ("Entry.Votes[q1-for]", "2"));
        await chair.ConfirmAsync(id, batch);
        (await chair.PressAsync(plenary, id, "Dépouiller")).Shown(".notice-success").ShouldContain("dépouillé");
        await site.CatchUpAsync();

        var ballot = await site.BallotAsync(id);
        var tally = BallotResult.Read(ballot.Result!).Questions[0].Tally;
        tally.ShouldSatisfyAllConditions(counted => counted.Quorum!.Reached.ShouldBeTrue(), counted => counted.Quorum!.Cast.ShouldBe(4), counted => counted.Options[0].Figures["for"].ShouldBe(new Fraction(3, 1)));
        (await reader.RecountAsync(id, ballot.RuleHash!)).Code.ShouldBe(0);
        var minutes = await chair.GetAsync($"/admin/rendez-vous/{plenary}/compte-rendu");
        minutes.Shown("section[aria-labelledby=votes]").ShouldContain($"{wording} : adopté (pour 3, contre 1, abstention 0 ; bulletins 4, blancs 0, nuls 0). Émargements au bureau : 2.");
        minutes.Shown("section[aria-labelledby=votes]").ShouldContain(ballot.ResultHash!);
        var draft = await minutes.Form("main form[action]").SubmitAsync("Commencer un compte rendu");
        (await chair.GetAsync(draft.Url.AbsolutePath + "/apercu")).Html.ShouldContain(ballot.ResultHash!);
        (await reader.GetAsync("/" + path)).Shown("main").ShouldContain("Voir le résultat");
    }

    [Theory, OnBothDatabases]
    public async Task A_code_of_the_tables_opens_an_indicative_poll_once_for_each_browser_and_never_a_decision(Database database)
    {
        var site = await sites.OnAsync(database);
        var chair = await site.ChairAsync();
        var plenary = await site.PlenaryAsync("Plénière du sondage " + database);
        var id = await site.PutAsync(chair, plenary, $"Faut-il une pause ? ({database})", isPoll: true);
        var code = (await site.BallotAsync(id)).RoomCode!;
        (await chair.GetAsync($"/votes/{id}/ecran")).Shown(".room-code").ShouldBe(code);
        (await site.Visitor().GetAsync($"/votes/{id}/ecran")).Html.ShouldNotContain(code, customMessage: "who is not in the room does not read it on the wall");
        (await site.Visitor().VoteByCodeAsync(id, "AAAAAA", "for")).Shown("main").ShouldContain("pas le code des tables");
        var browser = site.Visitor();
        Polls.ReceiptOf(await browser.VoteByCodeAsync(id, code.ToLowerInvariant(), "for"));
        Polls.ReceiptOf(await browser.VoteByCodeAsync(id, code, "against"));
        Polls.ReceiptOf(await site.Visitor().VoteByCodeAsync(id, code, "for"));
        (await site.VotesAsync(id)).Select(vote => vote.Choice).Order().ShouldBe(["""{"q1":"against"}""", """{"q1":"for"}"""]);

        var binding = await site.PutAsync(chair, plenary, $"On décide sans billet ? ({database})");
        await Should.ThrowAsync<DbException>(() => site.InDatabaseAsync(async db =>
        {
            await using var write = await db.BeginWriteAsync(default);
            await db.Database.ExecuteSqlAsync($"UPDATE ballot SET room_code = {code} WHERE id = {binding}");
            await write.CommitAsync(default);
        }));
        (await site.Visitor().VoteByCodeAsync(binding, code, "for")).Shown("main").ShouldContain("il faut un billet");
        var draft = await site.PrepareAsync(chair, TallyMethod.Motion, $"Un code suffit-il ? ({database})");
        await site.SetAsync(chair, draft, ("Form.Kind", "Room"), ("Form.Event", plenary));
        (await chair.OpenAsync(draft)).Shown("main").ShouldContain("ne vaut que pour un sondage indicatif");
        (await site.BallotAsync(draft)).State.ShouldBe(BallotState.Draft);
    }

    [Theory, OnBothDatabases]
    public async Task One_press_twice_opens_one_motion(Database database)
    {
        var site = await sites.OnAsync(database);
        var chair = await site.ChairAsync();
        var plenary = await site.PlenaryAsync("Plénière pressée " + database);
        var form = (await chair.GetAsync($"/admin/rendez-vous/{plenary}/votes")).Form("form[action*='handler=Put']").With("Motion.Wording", "Une seule fois " + database);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => form.SubmitAsync())));

        (await site.InDatabaseAsync(db => db.Set<EssConsult.Voting.Ballots.Ballot>().Where(ballot => ballot.EventId == plenary).ToListAsync())).ShouldHaveSingleItem().State.ShouldBe(BallotState.Open);
        (await form.With("Motion.Wording", " ").SubmitAsync()).Shown("main").ShouldContain("Dites en une phrase");
    }

    [Theory, OnBothDatabases]
    public async Task A_tablet_takes_a_ticket_comes_back_and_shows_nothing_of_the_vote_to_the_next_person(Database database)
    {
        var site = await sites.OnAsync(database);
        var chair = await site.ChairAsync();
        var plenary = await site.PlenaryAsync("Plénière à tablette " + database);
        var (first, next) = (await site.LetInAsync(chair, plenary, "Élise Première"), await site.LetInAsync(chair, plenary, "Farid Suivant"));
        var id = await site.PutAsync(chair, plenary, $"La tablette passe de main en main ({database})");
        (await chair.GetAsync($"/votes/{id}/tablette")).Shown("main").ShouldContain("Quelqu’un est connecté sur cet appareil");
        (await chair.GetAsync($"/votes/{id}/tablette")).Has("input[name=Ticket]").ShouldBeFalse();

        var tablet = site.Visitor();
        var question = await (await tablet.GetAsync($"/votes/{id}/tablette")).Form("main form").With("Ticket", first).SubmitAsync("Confier la tablette");
        var review = await question.Form("form.form-wide").With("q-q1", "against").SubmitAsync("Relire mon vote");
        var back = await review.Form("form.form-wide").SubmitAsync("Voter");

        back.Url.AbsolutePath.ShouldBe($"/votes/{id}/tablette");
        back.Shown("main").ShouldContain("Le vote est dans l’urne");
        back.Shown("main").ShouldNotContain("Contre");
        var again = await review.Form("form.form-wide").SubmitAsync("Revenir");
        again.Url.AbsolutePath.ShouldBe($"/votes/{id}/tablette");
        again.Html.ShouldNotContain("against");
        again.Has(".receipt-code").ShouldBeFalse();
        review.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await (await tablet.GetAsync($"/votes/{id}/tablette")).Form("main form").With("Ticket", first).SubmitAsync("Confier la tablette")).Shown("main").ShouldContain("Vous avez déjà voté");
        var second = await (await tablet.GetAsync($"/votes/{id}/tablette")).Form("main form").With("Ticket", next).SubmitAsync("Confier la tablette");
        await (await second.Form("form.form-wide").With("q-q1", "for").SubmitAsync("Relire mon vote")).Form("form.form-wide").SubmitAsync("Voter");
        (await site.VotesAsync(id)).Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_vote_with_somebody_elses_ticket_is_of_the_seat_and_not_of_who_is_signed_in(Database database)
    {
        var site = await sites.OnAsync(database);
        var (chair, lender) = (await site.ChairAsync(), await site.SignInAsync());
        var plenary = await site.PlenaryAsync("Plénière prêtée " + database);
        var ticket = await site.LetInAsync(chair, plenary, "Gilles Sanscompte");
        var id = await site.PutAsync(chair, plenary, $"On se prête un téléphone ({database})");

        await lender.VoteByCodeAsync(id, ticket, "for");

        (await site.VotesAsync(id)).ShouldHaveSingleItem().PersonId.ShouldBeNull();
        (await lender.GetAsync($"/votes/{id}")).Has(".notice-success").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task The_ticket_on_the_screen_leads_to_the_vote_while_it_is_open(Database database)
    {
        var site = await sites.OnAsync(database);
        var chair = await site.ChairAsync();
        var plenary = await site.PlenaryAsync("Plénière à billets " + database);
        var id = await site.PutAsync(chair, plenary, $"Le billet suffit ({database})");
        var person = await site.SignInAsync();
        var mine = await (await person.GetAsync($"/rendez-vous/{plenary}/inscription")).Form("main form.form").With("Form.Name", "Hélène Exemple").SubmitAsync();
        await site.CatchUpAsync();
        var registration = (await site.InDatabaseAsync(db => db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM registration WHERE event_id = {plenary} AND person_id = {person.PersonId}").ToListAsync())).ShouldHaveSingleItem();
        var address = $"/inscription/{registration:N}";
        (await person.GetAsync(address)).Shown("main").ShouldContain("passez par l’accueil du rendez-vous pour voter");

        await (await chair.GetAsync($"/accueil/{plenary}?q=helene")).Form(".door-person form").SubmitAsync("Présent");
        var question = await (await person.GetAsync(address)).Form("form[action*='handler=Ticket']").SubmitAsync("Je vote");
        await (await question.Form("form.form-wide").With("q-q1", "for").SubmitAsync("Relire mon vote")).Form("form.form-wide").SubmitAsync("Voter");

        (await site.VotesAsync(id)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(vote => vote.PersonId.ShouldBe(person.PersonId), vote => vote.Channel.ShouldBe(VoteChannel.Online));
        (await person.GetAsync(address)).Has("form[action*='handler=Ticket']").ShouldBeFalse();
        mine.Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Everybody of a hall answers several screens within the minute, behind one address; the ceiling of other pages would refuse the last of them.</summary>
    [Theory, OnBothDatabases, Trait("Category", "Storm")]
    public async Task Three_hundred_telephones_behind_one_address_are_all_counted(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var chair = await site.ChairAsync();
        var plenary = await site.PlenaryAsync("Plénière pleine");
        var id = await site.PutAsync(chair, plenary, "Tout le monde répond", isPoll: true);
        var code = (await site.BallotAsync(id)).RoomCode!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(phone => Task.Run(async () =>
        {
            var visitor = site.Visitor("127.9.9.9");
            var page = await (await visitor.GetAsync($"/votes/{id}/voter")).Form("main form.form").With("Ticket", code).SubmitAsync("Continuer");
            for (var turn = 0; turn < 3; turn++)
            {
                var review = await page.Form("form.form-wide").With("q-q1", phone % 2 == 0 ? "for" : "against").SubmitAsync("Relire mon vote");
                page = await review.Form("form.form-wide").SubmitAsync("Revenir");
            }

            var last = await page.Form("form.form-wide").SubmitAsync("Relire mon vote");
            return await last.Form("form.form-wide").SubmitAsync("Voter");
        })));

        answers.Count(page => page.Has(".receipt-code")).ShouldBe(300);
        (await site.VotesAsync(id)).Count.ShouldBe(300);
    }

    /// <summary>Each write is another browser's; the same number to another page is beyond what an address may write in a minute.</summary>
    [Fact, Trait("Category", "Storm")]
    public async Task A_hall_that_votes_is_not_held_to_the_ceiling_of_an_address_and_other_pages_are()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, new SiteOptions { Recipe = "ess-roadmap" });
        async Task<int> RefusedAsync(string path, string address)
        {
            var answers = new System.Collections.Concurrent.ConcurrentBag<HttpStatusCode>();
            await Parallel.ForEachAsync(Enumerable.Range(0, EssConsult.Kernel.Security.WriteLimits.WritesPerAddressAMinute + 100), async (phone, ct) =>
            {
                var visitor = site.Visitor(address);
                visitor.Cookies.Put("ess.form", $"{address}-{phone}");
                using var answer = await visitor.WithoutRedirects.PostAsync(path, content: null, ct);
                answers.Add(answer.StatusCode);
            });
            return answers.Count(status => status == HttpStatusCode.TooManyRequests);
        }

        (await RefusedAsync($"/votes/{Guid.NewGuid()}/voter", "127.7.7.1")).ShouldBe(0);
        (await RefusedAsync("/connexion?handler=Persona", "127.7.7.2")).ShouldBeGreaterThan(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_room_of_many_votes_takes_as_many_queries_as_one_of_two(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var chair = await site.ChairAsync();
        var plenary = await site.PlenaryAsync("Plénière longue");
        var first = await site.PutAsync(chair, plenary, "Motion 0");
        await site.PutAsync(chair, plenary, "Motion 1");
        async Task<int[]> CountAsync() => [(await chair.GetAsync($"/admin/rendez-vous/{plenary}/votes")).Queries.Count, (await chair.GetAsync($"/admin/votes/{first}/bureau")).Queries.Count];
        _ = await CountAsync();
        var few = await CountAsync();

        for (var motion = 2; motion < Tables; motion++)
        {
            await site.PutAsync(chair, plenary, $"Motion {motion}");
        }

        (await CountAsync()).ShouldBe(few);
    }
}
