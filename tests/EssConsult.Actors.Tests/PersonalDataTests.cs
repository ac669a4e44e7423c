using System.Text.Json;
using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Actors.Tests;

public sealed class PersonalDataTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task What_the_directory_holds_about_a_person_is_exported_and_goes_with_them(Database database)
    {
        var site = await sites.OnAsync(database);
        var citizen = await site.SignInAsync();
        var actor = await site.ActorAsync("Quittée " + Seed.Word());
        await (await citizen.GetAsync(actor.Path + "/rejoindre")).Form("main form").With("Message", "Je m’appelle Léa.").SubmitAsync();
        var proposed = "Proposée " + Seed.Word();
        await (await citizen.GetAsync("/structures/proposer")).Form("main form").With("Form.Name", proposed).With("Form.Family", "Mutual").SubmitAsync();

        var exported = await UseAsync(site, async (data, _) => JsonSerializer.Serialize(await data.ExportAsync(citizen.PersonId!, default)));
        exported.ShouldContain("appelle L");
        exported.ShouldContain(proposed.Split(' ')[1]);

        await UseAsync(site, async (data, db) =>
        {
            await using var write = await db.BeginWriteAsync(default);
            await data.EraseAsync(citizen.PersonId!, keepTextsWithoutName: true, default);
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
            return true;
        });

        (await site.InDatabaseAsync(db => db.Set<ActorMember>().AnyAsync(member => member.PersonId == citizen.PersonId))).ShouldBeFalse();
        (await site.FindAsync(proposed))!.ProposedById.ShouldBeNull();
    }

    private static async Task<T> UseAsync<T>(Site site, Func<IPersonalData, SiteDb, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetServices<IPersonalData>().OfType<PersonalActors>().Single(), scope.ServiceProvider.GetRequiredService<SiteDb>());
    }
}
