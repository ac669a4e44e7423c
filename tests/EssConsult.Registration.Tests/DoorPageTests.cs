using System.Net;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using EssConsult.Registration.Door;
using EssConsult.Testing.Browsing;
using EssConsult.Tickets.Door;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

/// <summary>The door without JavaScript, its figures, and the list that devices take along.</summary>
public sealed class DoorPageTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task Somebody_is_found_by_name_let_in_let_out_and_taken_back(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, keeper) = (await site.EventAsync(), await site.DoorkeeperAsync());
        await site.SeatPeopleAsync(id, 3);

        var page = await keeper.GetAsync($"/accueil/{id}?q=personne+002&porte=Nord");
        page.Texts(".door-person strong").ShouldBe(["Personne 002"]);
        page = await page.Form(".door-person form").SubmitAsync("Présent");
        page.Text(".notice-title").ShouldBe("Personne 002 : entrée notée");
        page.Texts(".figure-value").ShouldBe(["3", "1", "1"]);
        page.Text(".door-person")!.ShouldContain("porte Nord");
        page = await page.Form(".door-person form").SubmitAsync("Sortie");
        page.Texts(".figure-value").ShouldBe(["3", "1", "0"]);
        page = await page.Form(".door-person form").SubmitAsync("Annuler");
        page.Texts(".figure-value").ShouldBe(["3", "1", "1"]);
        page = await page.Form(".door-person form").SubmitAsync("Annuler");
        page.Text(".notice-title").ShouldBe("Personne 002 : passage annulé");
        page.Texts(".figure-value").ShouldBe(["3", "0", "0"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_code_lets_in_and_says_the_second_time_when_the_first_was(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, keeper) = (await site.EventAsync(), await site.DoorkeeperAsync());
        var code = await site.CodeAsync((await site.SeatPeopleAsync(id, 1))[0]);

        var page = await (await keeper.GetAsync($"/accueil/{id}")).Form("form[action*=Code]").With("code", code).SubmitAsync();
        page.Text(".notice-title").ShouldBe("Personne 001 : entrée notée");
        page = await page.Form("form[action*=Code]").With("code", code).SubmitAsync();
        page.Text(".notice-warning .notice-title").ShouldBe("Personne 001 : déjà à l’intérieur");
        page.Texts(".figure-value").ShouldBe(["1", "1", "1"]);
        page = await page.Form("form[action*=Code]").With("code", "n’importe quoi").SubmitAsync();
        page.Text(".notice-error .notice-title").ShouldBe("Ce code n’est pas un billet");
    }

    [Theory, OnBothDatabases]
    public async Task The_number_on_a_ticket_finds_the_person_and_lets_nobody_in(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, keeper) = (await site.EventAsync(), await site.DoorkeeperAsync());
        await site.SeatPeopleAsync(id, 2);

        var page = await (await keeper.GetAsync($"/accueil/{id}")).Form("form[action*=Code]").With("code", " 1002-1 ").SubmitAsync();

        page.Texts(".door-person strong").ShouldBe(["Personne 002"]);
        page.Texts(".figure-value").ShouldBe(["2", "0", "0"]);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_comes_unannounced_is_registered_and_in(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, keeper) = (await site.EventAsync(), await site.DoorkeeperAsync());

        var form = (await keeper.GetAsync($"/accueil/{id}")).Form("form[action*=WalkIn]").With("New.Name", "Sacha Imprévu").With("New.Organisation", "Coop de la Chézine");
        var page = await form.SubmitAsync();
        await form.SubmitAsync();

        page.Text(".notice-title").ShouldBe("Sacha Imprévu : entrée notée");
        (await keeper.GetAsync($"/accueil/{id}")).Texts(".figure-value").ShouldBe(["0", "1", "1"]);
        var wrong = await (await keeper.GetAsync($"/accueil/{id}")).Form("form[action*=WalkIn]").With("New.Email", "pas une adresse").With("New.Name", "X").SubmitAsync();
        wrong.Status.ShouldBe(HttpStatusCode.Conflict);
        wrong.Document.QuerySelector("#New_Name")!.GetAttribute("value").ShouldBe("X");
    }

    [Theory, OnBothDatabases]
    public async Task Door_and_management_are_two_rights(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var (keeper, organiser) = (await site.DoorkeeperAsync(), await site.OrganiserAsync());

        foreach (var address in new[] { "/accueil", $"/accueil/{id}", $"/accueil/{id}/hors-ligne", $"/accueil/{id}/liste.json" })
        {
            (await organiser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await organiser.GetAsync($"/admin/rendez-vous/{id}/accueil")).Status.ShouldBe(HttpStatusCode.OK);
        var board = await keeper.GetAsync($"/admin/rendez-vous/{id}/accueil");
        board.Status.ShouldBe(HttpStatusCode.OK);
        board.Has("form[action*=Pin]").ShouldBeFalse();
        (await keeper.GetAsync($"/admin/rendez-vous/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await keeper.GetAsync("/accueil/inconnu")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignInAsync()).GetAsync($"/accueil/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_holds_no_name_in_clear_and_opens_by_ticket_or_by_the_PIN_that_was_shown_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, keeper, organiser) = (await site.EventAsync(capacity: 400, startsInDays: 0.01), await site.DoorkeeperAsync(), await site.OrganiserAsync());
        var seats = await site.SeatPeopleAsync(id, 300);
        (await keeper.GetAsync($"/accueil/{id}/liste.json")).Status.ShouldBe(HttpStatusCode.Conflict);

        var board = await (await organiser.GetAsync($"/admin/rendez-vous/{id}/accueil")).Form("form[action*=Pin]").SubmitAsync();
        var pin = DoorPin.Parse(board.Text(".door-pin-letters")!)!;
        (await organiser.GetAsync($"/admin/rendez-vous/{id}/accueil")).Has(".door-pin-letters").ShouldBeFalse();
        var json = await keeper.Client.GetStringAsync($"/accueil/{id}/liste.json");

        json.ShouldNotContain("Personne");
        json.ShouldNotContain("Ressac");
        seats.ShouldAllBe(seat => !json.Contains(seat.Id.ToString(), StringComparison.OrdinalIgnoreCase));
        var file = DoorFile.FromJson(json);
        file.Open(pin)!.Select(person => person.Name).ShouldBe(seats.Select(seat => seat.Name!), ignoreOrder: true);
        file.Open(DoorPin.Parse("AAAA-BCDE")!).ShouldBeNull();
        file.Find(EssConsult.Tickets.TicketSecret.FromBytes(seats[7].Secret))!.Name.ShouldBe("Personne 008");
        file.Find(EssConsult.Tickets.TicketSecret.Create()).ShouldBeNull();
        (await site.InDatabaseAsync(db => db.Set<DoorPinRow>().Select(row => row.Sealed).ToListAsync())).ShouldAllBe(row => !row.Contains(pin.ToString(), StringComparison.Ordinal));

        site.Clock.Advance(TimeSpan.FromHours(30));
        (await keeper.GetAsync($"/accueil/{id}/liste.json")).Status.ShouldBe(HttpStatusCode.Conflict);
        await site.RunJobAsync("door-forgetting");
        (await site.InDatabaseAsync(db => db.Set<DoorPinRow>().AnyAsync(row => row.EventId == id))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_workshop_s_door_knows_those_of_its_plenary_who_chose_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var plenary = await site.EventAsync();
        var (chosen, other) = (await site.WorkshopAsync(plenary, "matin", 10), await site.WorkshopAsync(plenary, "matin", 10));
        var citizen = await site.SignInAsync();
        await citizen.RegisterAsync(plenary, "Camille Exemple", fill: form => form.With("Form.Workshops[0]", chosen));
        var seat = await site.InDatabaseAsync(db => db.Set<Attendee>().FirstAsync(row => row.EventId == plenary));
        var keeper = await site.DoorkeeperAsync();
        var scan = new { nonce = Guid.CreateVersion7(), kind = "Entry", at = new DateTime(2027, 3, 3, 9, 0, 0, DateTimeKind.Utc), code = await site.CodeAsync(seat) };

        await keeper.SendScansAsync(chosen, new { scans = new[] { scan } });
        await keeper.SendScansAsync(other, new { scans = new[] { scan with { nonce = Guid.CreateVersion7() } } });

        var (expected, unexpected) = (await site.DoorAsync(chosen), await site.DoorAsync(other));
        (expected.Expected, expected.State.Present).ShouldBe((1, 1));
        (unexpected.Expected, unexpected.State.Present).ShouldBe((0, 1));
    }

    [Theory, OnBothDatabases]
    public async Task The_door_and_its_figures_take_as_many_queries_for_three_as_for_thirty(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, keeper) = (await site.EventAsync(capacity: 100), await site.DoorkeeperAsync());
        async Task<(int Door, int Board)> CountAsync() => ((await keeper.GetAsync($"/accueil/{id}")).Queries.Count, (await keeper.GetAsync($"/admin/rendez-vous/{id}/accueil")).Queries.Count);
        async Task ComeAsync(int people) => await keeper.SendScansAsync(id, new { scans = (await site.SeatPeopleAsync(id, people)).Select(seat => new { nonce = Guid.CreateVersion7(), kind = "Entry", at = new DateTime(2027, 3, 3, 9, 0, 0, DateTimeKind.Utc), attendee = seat.Id }) });
        await ComeAsync(3);
        var before = await CountAsync();

        await ComeAsync(27);

        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_application_may_use_the_camera_on_its_own_page_only_and_its_parts_are_served()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var (id, keeper) = (await site.EventAsync(), await site.DoorkeeperAsync());
        await site.SeatPeopleAsync(id, 1);

        var page = await keeper.GetAsync($"/accueil/{id}/hors-ligne");

        page.Headers.GetValues("Permissions-Policy").ShouldHaveSingleItem().ShouldStartWith("camera=(self)");
        page.Html.ShouldNotContain("Personne 001");
        (await keeper.GetAsync($"/accueil/{id}")).Headers.GetValues("Permissions-Policy").ShouldHaveSingleItem().ShouldStartWith("camera=()");
        var visitor = site.Visitor();
        (await visitor.Client.GetStringAsync("/accueil/service-worker.js")).ShouldContain("skipWaiting");
        (await visitor.Client.GetStringAsync("/accueil/manifeste.webmanifest")).ShouldContain("\"scope\":\"/accueil/\"");
        var script = page.Document.QuerySelector("script[src*='door-app.js']")!.GetAttribute("src")!;
        (await visitor.Client.GetAsync(script.Replace("door-app", "door-file", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
