using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Tests.Web;

/// <summary>The key ring lies in the database; what opens it need not.</summary>
public sealed class KeyRingTests
{
    [Theory, OnBothDatabases]
    public async Task With_a_secret_of_its_own_the_site_keeps_no_open_key_in_the_database_and_reads_its_seals_after_a_restart(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Settings = { ["Site:KeySecret"] = "un secret de trente-deux caractères" } });
        var seal = Protector(site).Protect("bonjour");

        var keys = await site.InDatabaseAsync(db => db.DataProtectionKeys.Select(key => key.Xml!).ToListAsync());

        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(xml => xml.Contains("<closed ", StringComparison.Ordinal) && !xml.Contains("masterKey", StringComparison.Ordinal));
        await site.RestartAsync();
        Protector(site).Unprotect(seal).ShouldBe("bonjour");
    }

    private static IDataProtector Protector(Site site) => site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("tests");
}
