# The local program. Everything is in the volume /data: alerts.yaml is looked for there, and .alerts is made there. A
# folder of the host that is mounted in its place must be writable for user 1654.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/NewsAlerts.Local -c Release -o /app -p:UseAppHost=false && mkdir /data

# The smallest image with ICU and time zones, which texts and schedules need; it has neither a shell nor root.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
COPY --from=build /app /app
COPY --from=build --chown=1654:1654 /data /data
USER 1654
WORKDIR /data
VOLUME /data
ENTRYPOINT ["dotnet", "/app/alerts.dll"]
CMD ["run"]
