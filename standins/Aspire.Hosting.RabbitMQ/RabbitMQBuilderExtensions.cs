using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

public static class RabbitMQBuilderExtensions
{
    private const string DataFolder = "/var/lib/rabbitmq";
    private const int ContainerPort = 5672;
    private const int ManagementContainerPort = 15672;

    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        // Without special characters the password can stand in an address as it is.
        var passwordParameter = password?.Resource
            ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false);
        var broker = new RabbitMQServerResource(name, userName?.Resource, passwordParameter);
        var recipe = new RabbitMQRecipe(broker, builder.Configuration);
        var key = $"{name}_check";
        builder.Services.AddHealthChecks().Add(
            new HealthCheckRegistration(key, _ => new RabbitMQHealthCheck(broker, recipe), failureStatus: null, tags: null));
        return builder.AddResource(broker)
            .WithEndpoint(port: port, targetPort: ContainerPort, name: RabbitMQServerResource.PrimaryEndpointName)
            .WithAnnotation<LaunchRecipe>(recipe)
            .WithHealthCheck(key);
    }

    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(
        this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false) =>
        builder.WithAnnotation(new ContainerMountAnnotation(name ?? $"{builder.Resource.Name}-data", DataFolder, ContainerMountType.Volume, isReadOnly));

    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder) =>
        builder.WithManagementPlugin(port: null);

    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder, int? port) =>
        builder.WithHttpEndpoint(port: port, targetPort: ManagementContainerPort, name: RabbitMQServerResource.ManagementEndpointName);
}
