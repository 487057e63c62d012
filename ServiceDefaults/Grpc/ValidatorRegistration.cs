using System.Reflection;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Finds the validators of a service.</summary>
public static class ValidatorRegistration
{
    /// <summary>
    /// Registers every validator of an assembly, internal ones too. They live as long as the service: a validator looks
    /// at the request alone and never at the database.
    /// </summary>
    public static IServiceCollection AddValidatorsFrom(this IServiceCollection services, Assembly assembly)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(assembly, includeInternalTypes: true))
            services.AddSingleton(found.InterfaceType, found.ValidatorType);
        return services;
    }
}
