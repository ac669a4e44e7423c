using System.Text.Json;
using CsCheck;
using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Door;
using EssConsult.Registration.Privacy;
using EssConsult.Registration.Tables;
using EssConsult.Testing.Browsing;
using EssConsult.Tickets.Door;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Tests;

/// <summary>What a door asks and says besides letting in: questions of the event, and the table to go to.</summary>
public sealed class DoorAnswerTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    private const string Lunch = "DoorList.Lunch", Group = "DoorList.Group", Word = "DoorList.Word";

    [Theory, OnBothDatabases]
    public async Task Whoever_comes_in_is_asked_and_the_answers_are_shown_exported_and_forgotten(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, keeper) = (await AskingAsync(site), await site.DoorkeeperAsync());
        await site.SeatPeopleAsync(id, 2);

        var page = await (await keeper.GetAsync($"/accueil/{id}?q=personne+002")).Form(".door-person form").SubmitAsync("Présent");
        page.Text("#questions").ShouldBe("À demander à Personne 002");
        page = await page.Form("form[action*=Answer]").With($"Answers[{Lunch}]", "true").With($"Answers[{Group}]", "b").With($"Answers[{Word}]", "  Un mot \n à transmettre ").SubmitAsync("Noter les réponses");

        page.Text(".notice-title").ShouldBe("Personne 002 : réponses notées");
        page.Text(".door-person")!.ShouldContain("Réponses : 3 sur 3");
        var again = await keeper.GetAsync(page.Document.QuerySelector(".door-person a")!.GetAttribute("href")!.Split('#')[0]);
        again.Document.QuerySelector($"[name='Answers[{Group}]'] option[selected]")!.TextContent.ShouldBe("Groupe B");
        var csv = await (await site.OrganiserAsync()).Client.GetStringAsync($"/admin/rendez-vous/{id}/inscriptions.csv");
        csv.ShouldContain("Venus,Déjeunez-vous ?,Votre groupe,Un mot");
        csv.ShouldContain("1,oui,Groupe B,Un mot");
        page = await again.Form("form[action*=Answer]").With($"Answers[{Group}]", "").SubmitAsync("Noter les réponses");
        page.Text(".door-person")!.ShouldContain("Réponses : 2 sur 3");
        (await site.InDatabaseAsync(db => db.Set<DoorAnswer>().CountAsync(answer => answer.EventId == id))).ShouldBe(4, "what was not changed is not answered anew");

        site.Clock.Advance(TimeSpan.FromDays(125));
        await site.RunJobAsync("door-forgetting");
        (await site.InDatabaseAsync(db => db.Set<DoorAnswer>().AnyAsync(answer => answer.EventId == id))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Answers_from_a_device_count_once_the_latest_by_its_clock_and_only_to_what_is_asked(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, device) = (await AskingAsync(site), await site.DoorkeeperAsync());
        var (seat, stranger, key) = ((await site.SeatPeopleAsync(id, 1))[0], (await site.SeatPeopleAsync(await site.EventAsync(), 1))[0], Guid.CreateVersion7());
        object Given(int minute, object values, Guid? attendee = null, Guid? walkIn = null) => new { nonce = Guid.CreateVersion7(), at = site.Clock.GetUtcNow().AddMinutes(minute - 60), attendee, walkIn, values };
        var later = Given(9, new Dictionary<string, string> { [Lunch] = "false" }, seat.Id);

        await device.SendScansAsync(id, new { answers = new[] { later, later, Given(1, new Dictionary<string, string> { [Lunch] = "true", [Group] = "z", ["Other.Field"] = "x" }, seat.Id), Given(2, new Dictionary<string, string> { [Lunch] = "true" }, stranger.Id) } });
        await device.SendScansAsync(id, new { answers = new[] { later, Given(3, new Dictionary<string, string> { [Word] = "sur place" }, walkIn: key) } });
        await device.SendScansAsync(id, new { walkIns = new[] { new { key, name = "Sacha Imprévu" } } });

        var (door, answers) = await AnswersAsync(site, id);
        answers[seat.Id].ShouldBe(new Dictionary<string, string> { [Lunch] = "false" });
        answers[door.People.Single(person => person.IsWalkIn).Id].ShouldBe(new Dictionary<string, string> { [Word] = "sur place" });
        answers.Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_telephone_whose_clock_is_ahead_does_not_have_the_last_word(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, device) = (await AskingAsync(site), await site.DoorkeeperAsync());
        var seat = (await site.SeatPeopleAsync(id, 1))[0];

        await device.SendScansAsync(id, new { answers = new[] { new { nonce = Guid.CreateVersion7(), at = site.Clock.GetUtcNow().AddDays(1), attendee = seat.Id, values = new Dictionary<string, string> { [Word] = "de demain" } } } });
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await device.GetAsync($"/accueil/{id}?reponses={seat.Id}")).Form("form[action*=Answer]").With($"Answers[{Word}]", "corrigé").SubmitAsync();

        (await AnswersAsync(site, id)).Answers[seat.Id][Word].ShouldBe("corrigé");
    }

    [Theory, OnBothDatabases]
    public async Task A_number_that_is_none_comes_back_with_what_was_typed(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.DefineQuestionsAsync("DoorNumber", ("NumericField", "Children", "Combien d’enfants ?", []));
        var (id, keeper) = (await site.EventAsync(change: (_, places) => places["DoorQuestions"] = "DoorNumber"), await site.DoorkeeperAsync());
        var seat = (await site.SeatPeopleAsync(id, 1))[0];

        var page = await (await keeper.GetAsync($"/accueil/{id}?reponses={seat.Id}")).Form("form[action*=Answer]").With("Answers[DoorNumber.Children]", "deux").SubmitAsync();

        page.Status.ShouldBe(System.Net.HttpStatusCode.Conflict);
        page.Text(".error-summary")!.ShouldContain("« Combien d’enfants ? » attend un nombre.");
        page.Document.QuerySelector("[name='Answers[DoorNumber.Children]']")!.GetAttribute("value").ShouldBe("deux");
        page = await page.Form("form[action*=Answer]").With("Answers[DoorNumber.Children]", "2,50").SubmitAsync();
        (await AnswersAsync(site, id)).Answers[seat.Id].ShouldBe(new Dictionary<string, string> { ["DoorNumber.Children"] = "2.50" });
    }

    [Theory, OnBothDatabases]
    public async Task What_was_answered_at_the_door_is_taken_along_and_erased_with_the_person_and_a_late_device_brings_nothing_back(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, device) = (await AskingAsync(site), await site.DoorkeeperAsync());
        var (citizen, address, key) = (await site.SignInAsync(), Gatherings.NewAddress(), Guid.CreateVersion7());
        await citizen.RegisterAsync(id, "Camille Exemple");
        var seat = await site.InDatabaseAsync(db => db.Set<Attendee>().FirstAsync(row => row.EventId == id));
        object Given(string word, Guid? attendee, Guid? walkIn) => new { nonce = Guid.CreateVersion7(), at = site.Clock.GetUtcNow(), attendee, walkIn, values = new Dictionary<string, string> { [Word] = word } };
        await device.SendScansAsync(id, new { walkIns = new[] { new { key, name = "Sacha Imprévu", email = address } }, answers = new[] { Given("par compte", seat.Id, null), Given("par adresse", null, key) } });

        (string, string) extracts = await ExtractsAsync(site, citizen.PersonId!, address);
        extracts.Item1.ShouldContain("par compte");
        extracts.Item2.ShouldContain("par adresse");
        await EraseAsync(site, citizen.PersonId!, address);
        await device.SendScansAsync(id, new { answers = new[] { Given("trop tard", seat.Id, null), Given("trop tard", null, key) } });

        (await site.InDatabaseAsync(db => db.Set<DoorAnswer>().AnyAsync(answer => answer.EventId == id))).ShouldBeFalse();
    }

    [Fact]
    public void Any_order_of_answers_leaves_the_same_ones() =>
        Gen.Select(Gen.Guid, Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 9]).Select((nonce, who, question, minute) => new DoorAnswer
        {
            Nonce = nonce, EventId = "e", AttendeeId = new Guid(who, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), Question = $"q{question}", Value = nonce.ToString(), AtUtc = DateTime.UnixEpoch.AddMinutes(minute),
        }).Array[0, 40].Select(Gen.Int).Sample((answers, seed) =>
        {
            var other = answers.ToArray();
            new Random(seed).Shuffle(other);

            JsonSerializer.Serialize(Ordered(DoorAnswer.Latest(other, answer => answer.AttendeeId))).ShouldBe(JsonSerializer.Serialize(Ordered(DoorAnswer.Latest(answers, answer => answer.AttendeeId))));
        });

    [Theory, OnBothDatabases]
    public async Task The_door_says_which_tables_somebody_sits_at_with_network_and_without(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, keeper, organiser) = (await site.EventAsync(), await site.DoorkeeperAsync(), await site.OrganiserAsync());
        var seat = (await site.SeatPeopleAsync(id, 1))[0];
        await site.InDatabaseAsync(async db =>
        {
            var plan = new StoredPlan { EventId = id, Tables = 9, Rounds = 2, Traits = "", Plan = "{}", ComposedById = "x" };
            db.Add(plan);
            db.AddRange(new TableSeat { PlanId = plan.Id, AttendeeId = seat.Id, Round = 2, Table = 3 }, new TableSeat { PlanId = plan.Id, AttendeeId = seat.Id, Round = 1, Table = 7 });
            return await db.SaveChangesAsync();
        });

        var page = await (await keeper.GetAsync($"/accueil/{id}")).Form(".door-person form").SubmitAsync("Présent");
        var board = await (await organiser.GetAsync($"/admin/rendez-vous/{id}/accueil")).Form("form[action*=Pin]").SubmitAsync();
        var file = DoorFile.FromJson(await keeper.Client.GetStringAsync($"/accueil/{id}/liste.json"));

        page.Text(".door-table").ShouldBe("Tables 7, 3");
        file.Open(DoorPin.Parse(board.Text(".door-pin-letters")!)!)!.ShouldHaveSingleItem().Table.ShouldBe("7, 3");
    }

    [Theory, OnBothDatabases]
    public async Task A_day_after_the_end_whoever_had_a_seat_and_did_not_come_is_told_of_once_and_the_show_rate_is_drawn(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, unheld, device) = (await site.EventAsync(startsInDays: 0.01), await site.EventAsync(startsInDays: 0.01), await site.DoorkeeperAsync());
        var seats = await site.SeatPeopleAsync(id, 4);
        await site.SeatPeopleAsync(unheld, 2);
        await device.SendScansAsync(id, new { scans = seats.Take(3).Select(seat => new { nonce = Guid.CreateVersion7(), kind = "Entry", at = site.Clock.GetUtcNow(), attendee = seat.Id }) });
        site.Clock.Advance(TimeSpan.FromHours(20));
        await site.RunJobAsync("door-absent");
        (await AbsentAsync(site, id)).ShouldBeEmpty();

        site.Clock.Advance(TimeSpan.FromHours(10));
        await site.RunJobAsync("door-absent");
        await site.RunJobAsync("door-absent");

        (await AbsentAsync(site, id)).ShouldBe([seats[3].Id]);
        (await AbsentAsync(site, unheld)).ShouldBeEmpty();
        var past = await (await site.OrganiserAsync()).GetAsync("/admin/rendez-vous?passes=true");
        past.Texts($"tr:has(a[href='/admin/rendez-vous/{id}/accueil']) td.number").ShouldBe(["4", "3", "75 %", "0"]);
        past.Has($"a[href='/admin/rendez-vous/{unheld}/accueil']").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Entries_that_were_taken_back_count_nowhere_and_a_workshop_s_door_speaks_for_the_plenary(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, tried, device) = (await site.EventAsync(startsInDays: 0.01), await site.EventAsync(startsInDays: 0.01), await site.DoorkeeperAsync());
        var workshop = await site.WorkshopAsync(id, "matin", 10);
        var (seats, others) = (await site.SeatPeopleAsync(id, 3), await site.SeatPeopleAsync(tried, 2));
        object Scan(Guid attendee, Guid nonce, string kind = "Entry", Guid? undoes = null) => new { nonce, kind, at = site.Clock.GetUtcNow(), attendee, undoes };
        var (wrong, alone) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await device.SendScansAsync(id, new { scans = new[] { Scan(seats[0].Id, Guid.CreateVersion7()), Scan(seats[1].Id, wrong), Scan(seats[1].Id, Guid.CreateVersion7(), "Undo", wrong) } });
        await device.SendScansAsync(workshop, new { scans = new[] { Scan(seats[2].Id, Guid.CreateVersion7()) } });
        await device.SendScansAsync(tried, new { scans = new[] { Scan(others[0].Id, alone), Scan(others[0].Id, Guid.CreateVersion7(), "Undo", alone) } });
        site.Clock.Advance(TimeSpan.FromHours(30));

        await Task.WhenAll(site.RunJobAsync("door-absent"), site.RunJobAsync("door-absent"));

        (await AbsentAsync(site, id)).ShouldBe([seats[1].Id]);
        (await AbsentAsync(site, tried)).ShouldBeEmpty();
        var organiser = await site.OrganiserAsync();
        var past = await organiser.GetAsync("/admin/rendez-vous?passes=true");
        past.Texts($"tr:has(a[href='/admin/rendez-vous/{id}/accueil']) td.number").ShouldBe(["3", "1", "33 %", "0"]);
        past.Has($"a[href='/admin/rendez-vous/{tried}/accueil']").ShouldBeFalse();
        (await organiser.Client.GetStringAsync($"/admin/rendez-vous/{id}/inscriptions.csv")).Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Trim()[^1..]).ShouldBe(["1", "0", "0"]);
    }

    private static async Task<(string ByPerson, string ByAddress)> ExtractsAsync(Site site, string personId, string address) => await site.UseAsync<IServiceProvider, (string, string)>(async services => (
        JsonSerializer.Serialize(await services.GetServices<IPersonalData>().Single(data => data is RegistrationData).ExportAsync(personId, default)),
        JsonSerializer.Serialize(await services.GetServices<IAddressData>().Single(data => data is RegistrationAddressData).ExportAsync(address, default))));

    private static Task EraseAsync(Site site, string personId, string address) => site.UseAsync<IServiceProvider>(async services =>
    {
        var db = services.GetRequiredService<SiteDb>();
        await using var write = await db.BeginWriteAsync(default);
        await services.GetServices<IPersonalData>().Single(data => data is RegistrationData).EraseAsync(personId, false, default);
        await services.GetServices<IAddressData>().Single(data => data is RegistrationAddressData).EraseAsync(address, default);
        await db.SaveChangesAsync();
        await write.CommitAsync(default);
    });

    private static async Task<(DoorView Door, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> Answers)> AnswersAsync(Site site, string id)
    {
        var door = await site.DoorAsync(id);
        return (door, await site.UseAsync<DoorBook, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>>(book => book.AnswersAsync(door, default)));
    }

    private static async Task<List<Guid>> AbsentAsync(Site site, string id) =>
        [.. (await site.PublishedAsync<Contracts.PersonAbsent>()).Where(told => told.EventId == id).Select(told => told.AttendeeId)];

    private static SortedDictionary<Guid, SortedDictionary<string, string>> Ordered(IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> answers) =>
        new(answers.ToDictionary(person => person.Key, person => new SortedDictionary<string, string>(person.Value.ToDictionary())));

    /// <summary>An event whose door asks three things.</summary>
    private static async Task<string> AskingAsync(Site site)
    {
        await site.DefineQuestionsAsync("DoorList", ("BooleanField", "Lunch", "Déjeunez-vous ?", []), ("TextField", "Group", "Votre groupe", ["a:Groupe A", "b:Groupe B"]), ("TextField", "Word", "Un mot", []));
        return await site.EventAsync(change: (_, places) => places["DoorQuestions"] = "DoorList");
    }
}
