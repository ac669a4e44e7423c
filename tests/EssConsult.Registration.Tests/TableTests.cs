using System.Net;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Door;
using EssConsult.Registration.Tables;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

public sealed class TableTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task Tables_are_composed_with_no_two_of_one_structure_and_each_person_sees_their_own(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 40);
        var people = await PeopleAsync(site, id, 9, structures: 3);
        var organiser = await site.AnimatorAsync();

        var page = await ComposeAsync(organiser, id, tables: "3", rounds: "2");

        page.Text(".notice-title").ShouldBe("Les tables sont composées.");
        page.Texts(".report dd")[0].ShouldBe("0");
        var seats = await SeatsAsync(site, id);
        seats.Count.ShouldBe(18);
        foreach (var table in seats.GroupBy(seat => (seat.Round, seat.Table)))
        {
            table.Select(seat => seat.Structure).Distinct().Count().ShouldBe(table.Count());
        }

        (await site.Visitor().GetAsync(await site.LinkAsync(people[0]))).Texts(".own-tables li").Count.ShouldBe(2);
        (await organiser.GetAsync($"/admin/rendez-vous/{id}/tables?liste=nom")).Texts(".list-by-name tbody tr").Count.ShouldBe(9);
        (await organiser.GetAsync($"/admin/rendez-vous/{id}/tables?liste=table")).Texts(".table-group").Count.ShouldBe(6);
    }

    [Theory, OnBothDatabases]
    public async Task Composing_with_those_present_leaves_nobody_at_a_table_who_cancelled(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 40);
        var (people, organiser) = (await PeopleAsync(site, id, 9, structures: 9), await site.AnimatorAsync());
        await ComposeAsync(organiser, id, tables: "3");
        await site.CancelAsync(people[0]);
        await site.CancelAsync(people[1]);
        await PeopleAsync(site, id, 1, structures: 1);

        var page = await (await organiser.GetAsync($"/admin/rendez-vous/{id}/tables")).Form("form.form-present").With("Form.Smallest", "2").SubmitAsync();

        page.Text(".notice-title").ShouldBe("Les tables sont recomposées avec les présents.");
        (await SeatsAsync(site, id)).Count.ShouldBe(8);
        page.Text(".report")!.ShouldContain("Personnes qui changent de table");
    }

    [Theory, OnBothDatabases]
    public async Task Once_the_door_has_seen_people_only_they_are_seated_again(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 40);
        await PeopleAsync(site, id, 6, structures: 6);
        var organiser = await site.AnimatorAsync();
        await ComposeAsync(organiser, id, tables: "2");
        await site.WriteAsync(async (_, db) =>
        {
            var came = await db.Set<Attendee>().Where(attendee => attendee.EventId == id).OrderBy(attendee => attendee.Id).Take(4).ToListAsync();
            db.AddRange(came.Select(attendee => new CheckIn { Nonce = Guid.NewGuid(), EventId = id, AttendeeId = attendee.Id, Kind = CheckInKind.Entry, AtUtc = site.Clock.GetUtcNow().UtcDateTime, ReceivedUtc = site.Clock.GetUtcNow().UtcDateTime }));
        });

        await (await organiser.GetAsync($"/admin/rendez-vous/{id}/tables")).Form("form.form-present").With("Form.Smallest", "2").SubmitAsync();

        (await SeatsAsync(site, id)).Count.ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task A_question_with_a_list_of_answers_balances_the_tables(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = "Questions" + ContentId.New()[^6..];
        await site.DefineQuestionsAsync(type, ("TextField", "Domain", "Votre domaine", ["Culture:Culture", "Insertion:Insertion"]));
        var id = await site.EventAsync(capacity: 40, change: (_, places) => places["Questions"] = type);
        var organiser = await site.AnimatorAsync();
        for (var person = 0; person < 8; person++)
        {
            var (address, answer) = (Gatherings.NewAddress(), person % 2 == 0 ? "Culture" : "Insertion");
            await site.Visitor().RegisterAsync(id, $"Personne {person}", address, form => form.With($"{type}.Domain.Text", answer));
            await site.CatchUpAsync();
            await site.ConfirmAsync(address);
        }

        var page = await ComposeAsync(organiser, id, tables: "2");

        page.Texts(".report tbody tr").ShouldContain("Votre domaineCulture40 à la table 1");
        page.Text(".report summary")!.ShouldContain("Équilibré");
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_came_before_is_no_first_timer(Database database)
    {
        var site = await sites.OnAsync(database);
        var (earlier, later) = (await site.EventAsync(startsInDays: 10), await site.EventAsync(startsInDays: 30));
        var (citizen, other) = (await site.SignInAsync(), await site.SignInAsync());
        await citizen.RegisterAsync(earlier, "Connue");
        await citizen.RegisterAsync(later, "Connue");
        await other.RegisterAsync(later, "Nouvelle");

        var page = await ComposeAsync(await site.AnimatorAsync(), later, tables: "1");

        page.Texts(".report tbody tr").ShouldBe(["Première participationnon10 à la table 1", "Première participationoui10 à la table 1"]);
    }

    [Theory, OnBothDatabases]
    public async Task No_people_no_table_and_no_permission_compose_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = (await site.EventAsync(), await site.AnimatorAsync());

        (await ComposeAsync(organiser, id, tables: "3")).Status.ShouldBe(HttpStatusCode.Conflict);
        await site.SeatedAsync(id);
        (await ComposeAsync(organiser, id, tables: "0")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await ComposeAsync(organiser, id, tables: "1", rounds: "99")).Status.ShouldBe(HttpStatusCode.Conflict);

        (await SeatsAsync(site, id)).ShouldBeEmpty();
        (await (await site.SignInAsync()).GetAsync($"/admin/rendez-vous/{id}/tables")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<Page> ComposeAsync(Visitor organiser, string id, string tables, string rounds = "1") =>
        await (await organiser.GetAsync($"/admin/rendez-vous/{id}/tables")).Form("form.form-compose").With("Form.Tables", tables).With("Form.Rounds", rounds).SubmitAsync();

    private static async Task<List<string>> PeopleAsync(Site site, string id, int count, int structures)
    {
        var people = new List<string>();
        for (var person = 0; person < count; person++)
        {
            var address = Gatherings.NewAddress();
            await site.Visitor().RegisterAsync(id, $"Personne {person + 1}", address, form => form.With("Form.Organisation", $"Structure {person % structures}"));
            await site.CatchUpAsync();
            await site.ConfirmAsync(address);
            people.Add(address);
        }

        return people;
    }

    private static Task<List<(int Round, int Table, string? Structure)>> SeatsAsync(Site site, string id) => site.InDatabaseAsync(async db =>
        (await db.Set<TableSeat>().Where(seat => db.Set<StoredPlan>().Any(plan => plan.Id == seat.PlanId && plan.EventId == id))
            .Join(db.Set<Attendee>(), seat => seat.AttendeeId, attendee => attendee.Id, (seat, attendee) => new { seat.Round, seat.Table, attendee.Organisation }).ToListAsync())
            .ConvertAll(seat => (seat.Round, seat.Table, seat.Organisation)));
}
