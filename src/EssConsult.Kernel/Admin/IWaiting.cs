using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Admin;

/// <summary>How much waits on a page of the administration: a number beside its line in the menu and on « À traiter ».</summary>
public interface IWaiting
{
    /// <summary>The <see cref="AdminLink.Address"/> of the page where it is dealt with.</summary>
    string Address { get; }

    /// <summary>What waits, for one and for several: « message à lire », « messages à lire ».</summary>
    (string One, string Several) Words { get; }

    /// <summary>Asked only for those who may open the page.</summary>
    Task<int> CountAsync(CancellationToken ct);
}

public static class WaitingRegistration
{
    public static IServiceCollection AddWaiting<TWaiting>(this IServiceCollection services)
        where TWaiting : class, IWaiting => services.AddScoped<IWaiting, TWaiting>();
}
