using System.Net;
using EssConsult.Content.Contact;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Tests.Pages;

public sealed class ContactTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task A_message_is_stored_read_handled_and_deleted(Database database)
    {
        var site = await sites.OnAsync(database);

        var page = await (await FillAsync(site, "Une question sur la plénière")).SubmitAsync("Envoyer");
        page.Text(".notice-title").ShouldBe("Votre message est enregistré");
        (await site.PublishedAsync<ContactMessageReceived>()).ShouldNotBeEmpty();

        var animator = await site.SignInAsync("Facilitator", "AccessAdminPanel", "ManageContactMessages");
        page = await animator.GetAsync("/admin/messages-recus");
        page.Text("nav .count").ShouldNotBeNull();
        page.Texts("article h2").ShouldContain("Une question sur la plénière");
        var id = await IdAsync(site, "Une question sur la plénière");
        page = await page.Form($"#m-{id} form").SubmitAsync("Marquer comme traité");
        page.Texts("article h2").ShouldNotContain("Une question sur la plénière");
        page = await page.FollowAsync("Traités");
        page = await page.Form($"#m-{id} form").SubmitAsync("Remettre en attente");
        page = await (await page.FollowAsync("En attente")).Form($"#m-{id} form").SubmitAsync("Supprimer");
        (await IdAsync(site, "Une question sur la plénière")).ShouldBe(Guid.Empty);
    }

    [Theory, OnBothDatabases]
    public async Task A_program_that_fills_in_everything_is_thanked_and_forgotten(Database database)
    {
        var site = await sites.OnAsync(database);

        var page = await (await FillAsync(site, "Acheter des montres")).With("Website", "http://example.org").SubmitAsync("Envoyer");

        page.Text(".notice-title").ShouldBe("Votre message est enregistré");
        (await IdAsync(site, "Acheter des montres")).ShouldBe(Guid.Empty);
    }

    [Fact]
    public async Task Each_missing_answer_is_named_beside_its_field()
    {
        var site = await sites.OnAsync(Database.Sqlite);

        var page = await (await site.Visitor().GetAsync("/contact")).Form().With("Message.Email", "nowhere").SubmitAsync("Envoyer");

        page.Texts(".field-validation-error").ShouldBe(["Cette adresse e-mail n’est pas complète.", "Dites en quelques mots de quoi il s’agit.", "Écrivez votre message."], ignoreOrder: true);
        page.Document.QuerySelector("#Message_Email")!.GetAttribute("value").ShouldBe("nowhere");
        page.Document.QuerySelectorAll("[style]").ShouldBeEmpty("the content security policy refuses it");
    }

    [Theory, OnBothDatabases]
    public async Task Messages_are_erased_after_a_year(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await (await FillAsync(site, "Ancienne")).SubmitAsync("Envoyer");
        site.Clock.Advance(TimeSpan.FromDays(200));
        await (await FillAsync(site, "Récente")).SubmitAsync("Envoyer");
        site.Clock.Advance(TimeSpan.FromDays(170));

        await site.RunJobAsync("contact-retention");

        (await site.InDatabaseAsync(db => db.Set<ContactMessage>().Select(message => message.Subject).ToListAsync())).ShouldBe(["Récente"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_takes_the_same_queries_however_long_it_is(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var animator = await site.SignInAsync("Administrator");
        await AddAsync(site, 3);
        await animator.GetAsync("/admin/messages-recus");
        var few = (await animator.GetAsync("/admin/messages-recus")).Queries.Count;

        await AddAsync(site, 40);

        var page = await animator.GetAsync("/admin/messages-recus");
        page.Queries.Count.ShouldBe(few);
        page.Document.QuerySelectorAll("article").Length.ShouldBe(ReceivedMessages.PageSize);
        page.Texts(".pagination a").ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Only_those_who_may_read_messages_read_them()
    {
        var site = await sites.OnAsync(Database.Sqlite);

        (await (await site.SignInAsync()).GetAsync("/admin/messages-recus")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task AddAsync(Site site, int count) => site.InDatabaseAsync(async db =>
    {
        db.AddRange(Enumerable.Range(0, count).Select(number => new ContactMessage { Name = "L", Email = "l@example.org", Subject = $"S {number}", Body = "B", SentUtc = DateTime.UnixEpoch.AddYears(57) }));
        await db.SaveChangesAsync();
    });

    private static async Task<Form> FillAsync(Site site, string subject) => (await site.Visitor().GetAsync("/contact")).Form()
        .With("Message.Email", "lea@example.org").With("Message.Subject", subject).With("Message.Body", "Bonjour, à quelle heure ouvre la salle ?");

    private static Task<Guid> IdAsync(Site site, string subject) =>
        site.InDatabaseAsync(db => db.Set<ContactMessage>().Where(message => message.Subject == subject).Select(message => message.Id).FirstOrDefaultAsync());
}
