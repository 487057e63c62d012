using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Regio.StandIns.Tests.AppHosting;

public sealed class AppModelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reference_to_a_database_becomes_a_connection_string()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var password = builder.AddParameter("secret", "p4ss", secret: true);
        var postgres = builder.AddPostgres("postgres", password: password);
        var database = postgres.AddDatabase("ordersdb", "orders");
        var reader = builder.AddExecutable("reader", "cat", ".").WithReference(database);
        Allocate(postgres.GetEndpoint("tcp"), 5132);

        var environment = await reader.Resource.GetEnvironmentVariableValuesAsync();

        Assert.Equal("Host=127.0.0.1;Port=5132;Username=postgres;Password=p4ss;Database=orders", environment["ConnectionStrings__ordersdb"]);
    }

    [Fact]
    public async Task A_reference_to_the_broker_is_an_amqp_address_with_escaped_credentials()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var bus = builder.AddRabbitMQ("bus", builder.AddParameter("user", "us er"), builder.AddParameter("secret", "p@ss/word", secret: true));
        var reader = builder.AddExecutable("reader", "cat", ".").WithReference(bus);
        Allocate(bus.GetEndpoint("tcp"), 5172);

        var environment = await reader.Resource.GetEnvironmentVariableValuesAsync();

        Assert.Equal("amqp://us%20er:p%40ss%2Fword@127.0.0.1:5172", environment["ConnectionStrings__bus"]);
    }

    [Fact]
    public async Task A_reference_to_a_service_names_each_of_its_endpoints()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var service = builder.AddExecutable("orders", "cat", ".").WithHttpEndpoint(name: "grpc").WithHttpEndpoint(name: "http");
        var caller = builder.AddExecutable("caller", "cat", ".").WithReference(service);
        Allocate(service.GetEndpoint("grpc"), 5101);
        Allocate(service.GetEndpoint("http"), 5111);

        var environment = await caller.Resource.GetEnvironmentVariableValuesAsync();

        Assert.Equal("http://127.0.0.1:5101", environment["services__orders__grpc__0"]);
        Assert.Equal("http://127.0.0.1:5111", environment["services__orders__http__0"]);
    }

    [Fact]
    public async Task Environment_takes_values_callbacks_parameters_endpoints_and_expressions()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var parameter = builder.AddParameter("level", "high");
        var resource = builder.AddExecutable("tool", "cat", ".").WithHttpEndpoint(name: "web", env: "PORT");
        Allocate(resource.GetEndpoint("web"), 8080);
        resource
            .WithEnvironment("VALUE", "plain")
            .WithEnvironment("CALLBACK", () => "computed")
            .WithEnvironment("PARAMETER", parameter)
            .WithEnvironment("ENDPOINT", resource.GetEndpoint("web"))
            .WithEnvironment("EXPRESSION", $"{{{parameter}}} on {resource.GetEndpoint("web").Property(EndpointProperty.HostAndPort)}")
            .WithEnvironment(context => context.EnvironmentVariables["CONTEXT"] = context.Resource.Name);

        var environment = await resource.Resource.GetEnvironmentVariableValuesAsync();

        Assert.Equal("plain", environment["VALUE"]);
        Assert.Equal("computed", environment["CALLBACK"]);
        Assert.Equal("high", environment["PARAMETER"]);
        Assert.Equal("http://127.0.0.1:8080", environment["ENDPOINT"]);
        Assert.Equal("{high} on 127.0.0.1:8080", environment["EXPRESSION"]);
        Assert.Equal("tool", environment["CONTEXT"]);
        Assert.Equal("8080", environment["PORT"]);
        Assert.Equal("tool", environment["OTEL_SERVICE_NAME"]);
    }

    [Fact]
    public async Task Arguments_keep_the_order_of_their_declaration()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var tool = builder.AddExecutable("tool", "cat", ".", "one").WithArgs("two", 3).WithArgs(context => context.Args.Add("four"));

        Assert.Equal(["one", "two", "3", "four"], await tool.Resource.GetArgumentValuesAsync());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317")]
    [InlineData("DOTNET_DASHBOARD_OTLP_ENDPOINT_URL", "http://127.0.0.1:18889")]
    public async Task Telemetry_goes_out_only_when_the_host_has_an_address_for_it(string? key, string? address)
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        if (key is not null)
            builder.Configuration[key] = address;
        var tool = builder.AddExecutable("tool", "cat", ".");

        var environment = await tool.Resource.GetEnvironmentVariableValuesAsync();

        Assert.Equal(address, environment.GetValueOrDefault("OTEL_EXPORTER_OTLP_ENDPOINT"));
    }

    [Fact]
    public void Two_resources_of_one_name_are_refused_whatever_their_case()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddPostgres("store");

        var refused = Assert.Throws<DistributedApplicationException>(() => builder.AddRabbitMQ("Store"));
        Assert.Contains("'Store'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("two words")]
    [InlineData("under_score")]
    [InlineData("end-")]
    [InlineData("double--hyphen")]
    public void A_name_that_could_not_stand_in_an_address_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => DistributedApplicationTestingBuilder.Create().AddExecutable(name, "cat", "."));

    [Fact]
    public async Task A_circle_of_waits_is_named_and_nothing_starts()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var first = builder.AddExecutable("first", "sleep", ".", "100");
        var second = builder.AddExecutable("second", "sleep", ".", "100").WaitFor(first);
        var third = builder.AddExecutable("third", "sleep", ".", "100").WaitFor(second);
        first.WaitFor(third);
        await using var app = await builder.BuildAsync(Cancellation);

        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(() => app.StartAsync(Cancellation));

        Assert.Contains("first -> third -> second -> first", refused.Message, StringComparison.Ordinal);
        Assert.False(app.ResourceNotifications.TryGetCurrentState("first", out _));
    }

    [Fact]
    public void A_resource_cannot_wait_for_itself()
    {
        var tool = DistributedApplicationTestingBuilder.Create().AddExecutable("tool", "cat", ".");

        Assert.Throws<DistributedApplicationException>(() => tool.WaitFor(tool));
    }

    [Fact]
    public async Task A_parameter_without_a_value_says_which_key_to_set()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddParameter("api-key", secret: true);
        await using var app = await builder.BuildAsync(Cancellation);

        var refused = await Assert.ThrowsAsync<MissingParameterValueException>(() => app.StartAsync(Cancellation));
        Assert.Contains("Parameters:api-key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_passwords_differ_and_are_long()
    {
        var generator = new GenerateParameterDefault { Special = false, MinNumeric = 2 };

        var (one, other) = (generator.GetDefaultValue(), generator.GetDefaultValue());

        Assert.NotEqual(one, other);
        Assert.True(one.Length >= 22 && one.All(char.IsAsciiLetterOrDigit) && one.Count(char.IsAsciiDigit) >= 2, one);
    }

    [Fact]
    public async Task A_connection_string_is_given_by_configuration_or_put_together()
    {
        var builder = DistributedApplicationTestingBuilder.Create("--ConnectionStrings:ledger=Host=elsewhere");
        var given = builder.AddConnectionString("ledger");
        var renamed = builder.AddConnectionString("archive", "ARCHIVE");
        var made = builder.AddConnectionString("made", ReferenceExpression.Create($"Key={builder.AddParameter("key", "k3y", secret: true)}"));
        var reader = builder.AddExecutable("reader", "cat", ".").WithReference(given).WithReference(made).WithReference(renamed, optional: true);
        builder.Configuration["ConnectionStrings:archive"] = "Host=far";

        var environment = await reader.Resource.GetEnvironmentVariableValuesAsync();

        Assert.Equal("Host=elsewhere", environment["ConnectionStrings__ledger"]);
        Assert.Equal("Host=far", environment["ARCHIVE"]);
        Assert.Equal("Key=k3y", environment["ConnectionStrings__made"]);
    }

    [Fact]
    public async Task A_missing_connection_string_says_which_key_to_set()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddConnectionString("ledger");
        await using var app = await builder.BuildAsync(Cancellation);

        var refused = await Assert.ThrowsAsync<MissingParameterValueException>(() => app.StartAsync(Cancellation));
        Assert.Contains("ConnectionStrings:ledger", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_come_in_the_order_of_a_life()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var seen = new System.Collections.Concurrent.ConcurrentQueue<string>();
        Task Note(string what)
        {
            seen.Enqueue(what);
            return Task.CompletedTask;
        }

        builder.Eventing.Subscribe<BeforeStartEvent>((_, _) => Note("before start"));
        builder.AddExecutable("tool", "sleep", ".", "1000")
            .WithHttpEndpoint()
            .OnResourceEndpointsAllocated((_, _, _) => Note("allocated"))
            .OnInitializeResource((_, _, _) => Note("initialized"))
            .OnBeforeResourceStarted((_, _, _) => Note("before"))
            .OnResourceReady((_, _, _) => Note("ready"))
            .OnResourceStopped((_, _, _) => Note("stopped"));
        await using var app = await RunningHost.StartAsync(builder);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("tool", Cancellation);
        await app.StopAsync(Cancellation);

        Assert.Equal(["before start", "allocated", "initialized", "before", "ready", "stopped"], seen);
    }

    [Fact]
    public void A_persistent_server_keeps_its_data_without_a_volume_of_its_own()
    {
        var builder = DistributedApplicationTestingBuilder.Create();

        Assert.Null(ContainerMountAnnotation.DataVolumeOf(builder.AddPostgres("throwaway").Resource));
        Assert.Equal("kept-data", ContainerMountAnnotation.DataVolumeOf(builder.AddPostgres("kept").WithLifetime(ContainerLifetime.Persistent).Resource));
        Assert.Equal("own", ContainerMountAnnotation.DataVolumeOf(builder.AddRabbitMQ("bus").WithDataVolume("own").Resource));
    }

    [Fact]
    public async Task A_resource_is_found_again_by_its_name_and_a_service_referred_to_by_another()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var service = builder.AddExecutable("orders", "cat", ".").WithHttpEndpoint(name: "http");
        Allocate(service.GetEndpoint("http"), 5111);
        builder.AddExecutable("caller", "cat", ".");

        var caller = builder.CreateResourceBuilder<ExecutableResource>("caller").WithReference(service, "shop").WithReference("world", new Uri("https://example.org"));

        var environment = await caller.Resource.GetEnvironmentVariableValuesAsync();
        Assert.Equal("http://127.0.0.1:5111", environment["services__shop__http__0"]);
        Assert.Equal("https://example.org/", environment["services__world__default__0"]);
        Assert.False(builder.TryCreateResourceBuilder<ExecutableResource>("nobody", out _));
    }

    private static void Allocate(EndpointReference endpoint, int port) =>
        endpoint.EndpointAnnotation.AllocatedEndpoint = new AllocatedEndpoint(endpoint.EndpointAnnotation, "127.0.0.1", port);
}
