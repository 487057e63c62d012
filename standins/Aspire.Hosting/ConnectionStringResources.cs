using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

public static class ConnectionStringBuilderExtensions
{
    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, ReferenceExpression connectionStringExpression)
    {
        var resource = new ConnectionStringResource(name, connectionStringExpression);
        return builder.AddResource(resource).WithReferenceRelationship(connectionStringExpression);
    }

    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, Action<ReferenceExpressionBuilder> connectionStringBuilder)
    {
        var expression = new ReferenceExpressionBuilder();
        connectionStringBuilder(expression);
        return builder.AddConnectionString(name, expression.Build());
    }
}

public sealed class ConnectionStringResource(string name, ReferenceExpression connectionStringExpression)
    : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport
{
    public ReferenceExpression ConnectionStringExpression { get; } = connectionStringExpression;
}

/// <summary>A connection string that is not made by the application but given to it.</summary>
internal sealed class ConnectionStringParameterResource(string name, Func<ParameterDefault?, string> value, string? environmentVariable)
    : ParameterResource(name, value, secret: true), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{(ParameterResource)this}");

    public string? ConnectionStringEnvironmentVariable { get; } = environmentVariable;

    string IManifestExpressionProvider.ValueExpression => ValueExpression;

    ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) => GetValueAsync(cancellationToken);

    public static ConnectionStringParameterResource From(IConfiguration configuration, string name, string? environmentVariable) => new(
        name,
        _ => configuration.GetConnectionString(name)
            ?? throw new MissingParameterValueException($"Connection string '{name}' has no value. Give it one by the configuration key 'ConnectionStrings:{name}'."),
        environmentVariable);
}
