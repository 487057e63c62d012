using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Regio.ServiceDefaults.Security;

/// <summary>Whose data a right reaches, when the token is limited to a municipality or a provider.</summary>
[Flags]
public enum Reach
{
    /// <summary>The same for everybody with the role: a claim in the token changes nothing.</summary>
    Everything = 0,

    /// <summary>A token with the claim <c>municipality</c> reaches that municipality's data alone.</summary>
    OwnMunicipality = 1,

    /// <summary>A token with the claim <c>provider</c> reaches that provider's data alone.</summary>
    OwnProvider = 2,
}

/// <summary>A right: who may do something. Declared in the module of a service and named by its rpcs.</summary>
/// <param name="Name">Such as <c>municipalities.cost.allocate</c>.</param>
/// <param name="Roles">The roles that have it; at least one.</param>
public sealed record AccessPolicy(string Name, IReadOnlyCollection<string> Roles)
{
    /// <summary>
    /// Whose data it reaches. The features keep to it, each by the claim of its caller; the table over all rpcs tries from
    /// outside whether they do.
    /// </summary>
    public Reach Reach { get; init; } = Reach.Everything;
}

/// <summary>Names the policy of an rpc. Every rpc has one; a service with an rpc without one does not start.</summary>
/// <param name="name">Name of a declared policy.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PolicyAttribute(string name) : Attribute
{
    /// <summary>Name of the policy.</summary>
    public string Name { get; } = name;
}

/// <summary>Declares policies.</summary>
public static class AccessPolicyRegistration
{
    /// <summary>Declares the policies of a service.</summary>
    public static IHostApplicationBuilder AddPolicies(this IHostApplicationBuilder builder, params AccessPolicy[] policies)
    {
        foreach (var policy in policies)
            builder.Services.AddSingleton(policy);
        return builder;
    }
}

/// <summary>All policies of the service, by name.</summary>
internal sealed class AccessPolicies
{
    private readonly FrozenDictionary<string, AccessPolicy> _byName;

    public AccessPolicies(IEnumerable<AccessPolicy> declared)
    {
        var policies = declared.ToList();
        Faults =
        [
            .. policies.GroupBy(policy => policy.Name).Where(same => same.Count() > 1)
                .Select(same => $"Policy {same.Key} is declared {same.Count()} times."),
            .. policies.Where(policy => policy.Roles.Count == 0)
                .Select(policy => $"Policy {policy.Name} has no roles."),
            .. policies.SelectMany(policy => policy.Roles.Where(role => !Roles.All.Contains(role))
                .Select(role => $"Policy {policy.Name} names the role {role}, which does not exist.")),
        ];
        _byName = policies.DistinctBy(policy => policy.Name).ToFrozenDictionary(policy => policy.Name);
    }

    /// <summary>What is wrong with the declarations themselves.</summary>
    public IReadOnlyList<string> Faults { get; }

    public AccessPolicy? Find(string name) => _byName.GetValueOrDefault(name);
}
