using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Data;

namespace EssConsult.Subscriptions.Tests;

public sealed class PersonalDataTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task What_is_held_about_the_address_is_exported_and_erased_with_the_account(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.ProcessAsync();
        var person = await site.SignInAsync();
        var address = $"{person.PersonId}@example.org";
        await site.Visitor().AskAsync(process, address);
        await site.ConfirmAsync(address);

        var exported = await site.UseAsync<IEnumerable<IPersonalData>, object?>(modules => modules.Single(module => module.Name == "compte").ExportAsync(person.PersonId!, default));
        System.Text.Json.JsonSerializer.Serialize(exported).ShouldContain(process);
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var db = (SiteDb)services.GetService(typeof(SiteDb))!;
            await using var write = await db.BeginWriteAsync(default);
            await ((IEnumerable<IPersonalData>)services.GetService(typeof(IEnumerable<IPersonalData>))!).Single(module => module.Name == "compte").EraseAsync(person.PersonId!, true, default);
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });

        (await site.CountAsync(address)).ShouldBe(0);
    }
}
