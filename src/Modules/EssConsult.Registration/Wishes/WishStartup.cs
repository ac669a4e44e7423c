using EssConsult.Registration.Features.Wishes;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Wishes;

internal static class WishStartup
{
    public static IServiceCollection AddWishes(this IServiceCollection services) => services
        .AddScoped<WishChoices>().AddScoped<WishInput>().AddScoped<WishRuns>().AddScoped<WishPublishing>()
        .AddSlot<WishTicket>("registration-ticket").AddSlot<WishTools>("event-tools");
}
