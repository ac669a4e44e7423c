using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Door;

internal static class DoorStartup
{
    public static IServiceCollection AddDoor(this IServiceCollection services) => services
        .AddScoped<DoorPeople>().AddScoped<DoorBook>().AddScoped<ScannedCodes>().AddScoped<RegisterWalkIn>().AddScoped<ReceiveScans>()
        .AddScoped<DoorPins>().AddScoped<DoorList>().AddRecurringJob<DoorForgetting>(TimeSpan.FromHours(1));
}
