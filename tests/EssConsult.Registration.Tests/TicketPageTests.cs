using System.Net;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Tickets;
using EssConsult.Tickets;
using EssConsult.Tickets.Attendance;
using EssConsult.Tickets.Keys;
using EssConsult.Testing.Browsing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PdfSharp.Pdf.IO;

namespace EssConsult.Registration.Tests;

public sealed class TicketPageTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task A_confirmed_registration_shows_a_code_for_each_named_seat_and_its_PDF(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(change: (_, places) => places["Guests"] = 2);
        var citizen = await site.SignInAsync();

        var page = await citizen.RegisterAsync(id, "Camille Exemple", fill: form => form.With("Form.Guests[0]", "Dominique Exemple"));

        page.Document.QuerySelectorAll(".ticket-card svg").Length.ShouldBe(2);
        page.Texts(".ticket-card p > *").Where(words => words.Length > 0).ShouldBe(["Camille Exemple", "Billet n° 1-1", "Dominique Exemple", "Billet n° 1-2"]);
        var address = page.Document.QuerySelector("a[href*='billet.pdf']")!.GetAttribute("href")!;
        using var file = await citizen.Client.GetAsync(address);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        PagesOf(await file.Content.ReadAsByteArrayAsync()).ShouldBe(2);
        (await citizen.GetAsync(address.Split('?')[0])).Status.ShouldBe(HttpStatusCode.OK);
        (await site.Visitor().GetAsync(address.Split('?')[0])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignInAsync()).GetAsync(address.Split('?')[0])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task The_link_of_the_mail_opens_the_ticket_and_an_unconfirmed_seat_has_none(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, address) = (await site.EventAsync(), Gatherings.NewAddress());
        await site.Visitor().RegisterAsync(id, "Camille Exemple", address);
        await site.CatchUpAsync();
        var link = await site.LinkAsync(address);
        var file = link.Replace("?jeton", "/billet.pdf?jeton", StringComparison.Ordinal);

        (await site.Visitor().GetAsync(link)).Has(".ticket-card").ShouldBeFalse();
        (await site.Visitor().GetAsync(file)).Status.ShouldBe(HttpStatusCode.NotFound);
        await site.ConfirmAsync(address);
        (await site.Visitor().GetAsync(link)).Has(".ticket-card").ShouldBeTrue();
        (await site.Visitor().GetAsync(file)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task A_seat_of_a_group_has_its_ticket_once_it_bears_a_name(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, address, organiser) = (await site.EventAsync(), Gatherings.NewAddress(), await site.OrganiserAsync());
        await (await organiser.GetAsync($"/admin/rendez-vous/{id}")).Form("form[action*=Add]").With("New.Name", "Chef de file").With("New.Email", address).With("New.Seats", "2").SubmitAsync("Inscrire");
        await site.CatchUpAsync();
        var group = await site.Visitor().GetAsync(await site.LinkAsync(address));
        group.Texts(".ticket-card strong").ShouldBe(["Chef de file"]);

        var seat = await group.FollowAsync("lien à transmettre à la personne");
        seat = await seat.Form("main form.form").With("Form.Name", "Dominique Exemple").SubmitAsync();

        seat.Texts(".ticket-card strong").ShouldBe(["Dominique Exemple"]);
        PagesOf(await site.Visitor().Client.GetByteArrayAsync(seat.Document.QuerySelector("a[href*='billet.pdf']")!.GetAttribute("href"))).ShouldBe(1);
        (await site.Visitor().GetAsync("/place/billet.pdf?jeton=perdu")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task The_code_is_signed_by_the_public_key(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var seat = (await site.SeatPeopleAsync(id, 1))[0];
        var key = await KeyAsync(site);

        var reading = TicketCode.Read(await site.CodeAsync(seat), key, EventKey.Of(id));

        (reading.Verdict, reading.Ticket!.Attendee).ShouldBe((TicketVerdict.Genuine, seat.Id));
    }

    [Theory, OnBothDatabases]
    public async Task Two_nodes_that_need_a_key_at_once_end_up_with_one_and_a_lost_one_stays_public(Database database)
    {
        await using var site = await Site.StartAsync(database);
        TicketKeys Node() => new(site.Services.GetRequiredService<IServiceScopeFactory>(), site.Services.GetRequiredService<IDataProtectionProvider>(), site.Clock);

        var drawn = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Node().CurrentAsync(default))));

        var first = drawn.Select(key => key.Public.Fingerprint).Distinct().ShouldHaveSingleItem();
        await site.ExecuteAsync("UPDATE ticket_key SET sealed = 'of a ring that is gone'");
        var node = Node();
        var keys = await node.PublicAsync(default);
        keys.Count.ShouldBe(2);
        keys[0].Fingerprint.ShouldBe((await node.CurrentAsync(default)).Public.Fingerprint);
        keys[1].Fingerprint.ShouldBe(first);
        (await site.InDatabaseAsync(db => db.Set<TicketKeyRow>().Select(row => row.Sealed).ToListAsync())).ShouldNotContain(row => row.Contains(Convert.ToBase64String(drawn[0].ToBytes()), StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Organisers_print_badges_and_the_sheet_to_sign_and_it_is_written_down(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 50);
        await site.SeatPeopleAsync(id, 12);
        var organiser = await site.OrganiserAsync();

        var tools = await organiser.GetAsync($"/admin/rendez-vous/{id}");
        tools.Document.QuerySelector($"a[href='/admin/rendez-vous/{id}/accueil']").ShouldNotBeNull();
        PagesOf(await organiser.Client.GetByteArrayAsync($"/admin/rendez-vous/{id}/badges.pdf")).ShouldBe(2);
        PagesOf(await organiser.Client.GetByteArrayAsync($"/admin/rendez-vous/{id}/emargement.pdf")).ShouldBe(2);

        (await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM audit_row WHERE subject = {id} AND act IN ('registrations.badges', 'registrations.emargement')").FirstAsync())).ShouldBe(2);
        (await (await site.DoorkeeperAsync()).GetAsync($"/admin/rendez-vous/{id}/badges.pdf")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_seen_at_the_door_gets_a_certificate_that_anybody_checks_and_others_do_not(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(startsInDays: 0.01, title: "Plénière attestée");
        var citizen = await site.SignInAsync();
        var absent = await site.SignInAsync();
        var page = await citizen.RegisterAsync(id, "Camille Exemple");
        var other = await absent.RegisterAsync(id, "Sans Nouvelle");
        var row = await site.InDatabaseAsync(db => db.Set<EssConsult.Registration.Contracts.EventRow>().FirstAsync(found => found.ContentItemId == id));
        var seat = (await site.DoorAsync(id)).People.First(person => person.Name == "Camille Exemple");
        await (await site.DoorkeeperAsync()).SendScansAsync(id, new { scans = new object[] { new { nonce = Guid.CreateVersion7(), kind = "Entry", at = row.StartsUtc.AddMinutes(-5), attendee = seat.Id }, new { nonce = Guid.CreateVersion7(), kind = "Exit", at = row.StartsUtc.AddMinutes(90), attendee = seat.Id } } });
        (await citizen.GetAsync(page.Url.AbsolutePath)).Has("a[href*='attestation']").ShouldBeFalse();

        site.Clock.Advance(TimeSpan.FromHours(5));
        page = await citizen.GetAsync(page.Url.AbsolutePath);
        var text = await citizen.Client.GetStringAsync(page.Document.QuerySelector("a[href*='attestation.txt']")!.GetAttribute("href"));
        PagesOf(await citizen.Client.GetByteArrayAsync(page.Document.QuerySelector("a[href*='attestation.pdf']")!.GetAttribute("href"))).ShouldBe(1);

        var reading = SignedAttendance.Read(text, await KeyAsync(site));
        (reading.Verdict, reading.Statement!.Name, reading.Statement.Minutes, reading.Statement.Event).ShouldBe((AttendanceVerdict.Genuine, "Camille Exemple", 90, "Plénière attestée"));
        (await CheckAsync(site, text)).Text(".notice-title").ShouldBe("Cette attestation est authentique");
        (await CheckAsync(site, text.Replace("minutes: 90", "minutes: 180", StringComparison.Ordinal))).Text(".notice-error p:last-child").ShouldBe("Le texte a été changé depuis sa signature, ou n’a jamais été signé ici.");
        (await absent.GetAsync(other.Url.AbsolutePath)).Has("a[href*='attestation']").ShouldBeFalse();
        (await absent.GetAsync(other.Url.AbsolutePath + "/attestation.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor().GetAsync(page.Url.AbsolutePath + "/attestation.txt")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Page> CheckAsync(Site site, string text) => await (await site.Visitor().GetAsync("/billets/verifier")).Form("main form.form").With("texte", text).SubmitAsync("Vérifier");

    private static async Task<TicketPublicKey> KeyAsync(Site site) => TicketPublicKey.FromPem(await site.Visitor().Client.GetStringAsync("/billets/cle.pem"));

    private static int PagesOf(byte[] file)
    {
        using var document = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
        return document.PageCount;
    }
}
