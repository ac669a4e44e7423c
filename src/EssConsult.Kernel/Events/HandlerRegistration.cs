using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Events;

/// <summary>One handler class, the module that owns it and the events that it takes.</summary>
internal sealed class HandlerRegistration(string moduleId, Type handler, Dictionary<string, Func<IServiceProvider, string, CancellationToken, Task>> calls)
{
    public string Name => handler.FullName!;

    public string ModuleId => moduleId;

    /// <summary>Calls in one transaction: while it is open nobody else writes.</summary>
    public int CallsAtOnce { get; } = handler.IsAssignableTo(typeof(ITakesTurns)) ? 1 : 100;

    public bool Takes(string eventType) => calls.ContainsKey(eventType);

    public Task CallAsync(IServiceProvider services, string eventType, string payload, CancellationToken ct) => calls[eventType](services, payload, ct);

    public static HandlerRegistration For<THandler>()
        where THandler : class
    {
        var calls = typeof(THandler).GetInterfaces()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IHandle<>))
            .Select(type => type.GetGenericArguments()[0])
            .ToDictionary(type => type.Name, Call<THandler>);
        return new HandlerRegistration(typeof(THandler).Assembly.GetName().Name!, typeof(THandler), calls);
    }

    private static Func<IServiceProvider, string, CancellationToken, Task> Call<THandler>(Type eventType)
        where THandler : class
    {
        var handle = typeof(IHandle<>).MakeGenericType(eventType).GetMethod(nameof(IHandle<>.HandleAsync))!;
        return (services, payload, ct) =>
            (Task)handle.Invoke(services.GetRequiredService<THandler>(), [JsonSerializer.Deserialize(payload, eventType), ct])!;
    }
}

public static class EventRegistration
{
    /// <summary>Registers a class that implements one or several <see cref="IHandle{TEvent}"/>.</summary>
    public static IServiceCollection AddHandler<THandler>(this IServiceCollection services)
        where THandler : class =>
        services.AddScoped<THandler>().AddSingleton(HandlerRegistration.For<THandler>());

    /// <summary>Registers a follower; the class itself can be injected too.</summary>
    public static IServiceCollection AddFollower<TFollower>(this IServiceCollection services)
        where TFollower : class, IFollow =>
        services.AddSingleton<TFollower>().AddSingleton<IFollow>(provider => provider.GetRequiredService<TFollower>());
}
