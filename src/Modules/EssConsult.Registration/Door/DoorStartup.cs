using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Door;

internal static class DoorStartup
{
    public static IServiceCollection AddDoor(this IServiceCollection services) => services
        .AddScoped<DoorPeople>().AddScoped<DoorBook>().AddScoped<ScannedCodes>().AddScoped<DoorQuestions>().AddScoped<ReceiveAnswers>().AddScoped<RegisterWalkIn>().AddScoped<ReceiveScans>()
        .AddScoped<IPresence, PresentSeats>().AddScoped<DoorPins>().AddScoped<DoorList>().AddRecurringJob<DoorForgetting>(TimeSpan.FromHours(1)).AddRecurringJob<TellAbsent>(TimeSpan.FromHours(1));
}
