using EssConsult.Mail.Contracts;

namespace EssConsult.Actors.Tests.Features;

public sealed class MailTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task Who_asked_is_told_and_contacts_are_asked(Database database)
    {
        var site = await sites.OnAsync(database);
        var actor = await site.ActorAsync("Écrivante " + Seed.Word());
        var (contact, citizen) = (await site.SignInAsync(), await site.SignInAsync());
        await site.MemberAsync(actor, contact, MemberRole.Contact);

        await (await citizen.GetAsync(actor.Path + "/rejoindre")).Form("main form").SubmitAsync();
        await site.CatchUpAsync();
        await (await contact.GetAsync("/compte/structures")).Form("form[action*=Accept]").SubmitAsync("Accepter");
        await site.CatchUpAsync();

        (await MailsAsync(site, contact)).ShouldBe([("actor-member-requested", $"Une personne demande à rejoindre « {actor.Name} »")]);
        (await MailsAsync(site, citizen)).ShouldBe([("actor-member-accepted", $"Vous pouvez publier au nom de « {actor.Name} »")]);
    }

    [Theory]
    [OnBothDatabases("Publier", "actor-published")]
    [OnBothDatabases("Ne pas publier", "actor-refused")]
    public async Task Who_proposed_a_structure_is_told_what_became_of_it(Database database, string button, string template)
    {
        var site = await sites.OnAsync(database);
        var (citizen, moderator) = (await site.SignInAsync(), await site.ModeratorAsync());
        var name = "Proposée " + Seed.Word();
        await (await citizen.GetAsync("/structures/proposer")).Form("main form").With("Form.Name", name).With("Form.Family", "Mutual").SubmitAsync();
        var id = (await site.FindAsync(name))!.Id;

        var page = await moderator.GetAsync($"/admin/structures/{id}");
        await page.Form(button == "Publier" ? "form[action*=Publish]" : "form[action*=Archive]").SubmitAsync(button);
        await site.CatchUpAsync();

        (await MailsAsync(site, citizen)).Select(mail => mail.Template).ShouldBe([template]);
    }

    private static async Task<IEnumerable<(string Template, string? Subject)>> MailsAsync(Site site, Visitor visitor) =>
        (await site.UseAsync<IMailArchive, IReadOnlyList<ArchivedMail>>(mails => mails.ListAsync(visitor.PersonId!, null, default))).Select(mail => (mail.Template, mail.Subject));
}
